// mdBook's button for the list of chapters is a label, which no key
// reaches and no screen reader calls a button.
(() => {
  const toggle = document.getElementById('mdbook-sidebar-toggle');
  if (!toggle) return;
  toggle.setAttribute('role', 'button');
  toggle.tabIndex = 0;
  toggle.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    toggle.click();
  });
})();
