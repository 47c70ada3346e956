// On a phone each row of a table is a card: every cell then says
// what stood above it. What scrolls can have the focus.
(() => {
  for (const table of document.querySelectorAll('main .table-wrapper > table')) {
    const heads = [...table.querySelectorAll('thead th')].map(head => head.textContent);
    table.classList.add('cards');
    for (const row of table.querySelectorAll('tbody tr')) {
      [...row.cells].forEach((cell, column) => { cell.dataset.head = heads[column] ?? ''; });
    }
  }
  const ours = new WeakSet();
  const reach = () => {
    for (const it of document.querySelectorAll('main :is(.table-wrapper, .table, pre, pre > code)')) {
      const scrolls = it.scrollWidth > it.clientWidth || it.scrollHeight > it.clientHeight;
      if (scrolls && !it.hasAttribute('tabindex')) {
        it.tabIndex = 0;
        ours.add(it);
      } else if (!scrolls && ours.delete(it)) {
        it.removeAttribute('tabindex');
      }
    }
  };
  addEventListener('load', reach);
  addEventListener('resize', reach);
})();
