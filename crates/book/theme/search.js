// Searching takes three scripts of mdBook's. Most who read a page
// never search: the scripts come with the first search.
(() => {
  const toggle = document.getElementById('mdbook-search-toggle');
  if (!toggle) return;
  let begun = false;
  const load = then => {
    begun = true;
    for (const name of ['elasticlunr.min.js', 'mark.min.js', 'searcher.js']) {
      const script = document.createElement('script');
      script.src = `${path_to_root}${name}`;
      script.async = false;  // in this order
      if (name === 'searcher.js') script.onload = then;
      document.head.append(script);
    }
  };
  const open = event => {
    if (begun) return;
    event.preventDefault();
    load(() => toggle.click());
  };
  toggle.addEventListener('click', open);
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === '/' || event.key.toLowerCase() === 's') open(event);
  });
  // A link that searches, or that comes from a result.
  if (/[?&](search|highlight)=/.test(location.search)) load();
})();
