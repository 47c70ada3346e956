// On a phone each row of a table is a card: every cell then says
// what stood above it. What scrolls sideways can have the focus.
(() => {
  for (const table of document.querySelectorAll('main .table-wrapper > table')) {
    const heads = [...table.querySelectorAll('thead th')].map(head => head.textContent);
    table.classList.add('cards');
    for (const row of table.querySelectorAll('tbody tr')) {
      [...row.cells].forEach((cell, column) => { cell.dataset.head = heads[column] ?? ''; });
    }
  }
  const scrolling = [...document.querySelectorAll('main :is(.table-wrapper, .table, pre, pre > code)')];
  const reach = () => {
    for (const it of scrolling) {
      if (it.scrollWidth > it.clientWidth) it.tabIndex = 0; else it.removeAttribute('tabindex');
    }
  };
  reach();
  addEventListener('resize', reach);
})();
