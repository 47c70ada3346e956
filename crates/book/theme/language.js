// The same page, and the same place on it, in the other language.
(() => {
  const root = document.documentElement;
  root.classList.add('side-by-side');
  const here = root.lang.startsWith('zh') ? 'zh' : 'en';
  const there = here === 'zh' ? 'en' : 'zh';
  const link = document.createElement('a');
  link.className = 'language';
  link.textContent = there === 'zh' ? '中文' : 'English';
  link.lang = there === 'zh' ? 'zh-CN' : 'en';
  link.hreflang = link.lang;
  const cut = location.pathname.lastIndexOf(`/${here}/`);
  const page = location.pathname.slice(cut + here.length + 2);
  link.href = `../${there}/${page}`;
  link.addEventListener('click', () => {
    try { localStorage.setItem('side-by-side-language', there); } catch { /* then it is asked again */ }
    // The heading that is read now: ids are the same in both languages.
    const headings = [...document.querySelectorAll('main :is(h1, h2, h3)[id]')];
    const read = headings.filter(it => it.getBoundingClientRect().top < 120).pop();
    link.hash = read ? read.id : '';
  });
  document.querySelector('.right-buttons')?.prepend(link);
})();
