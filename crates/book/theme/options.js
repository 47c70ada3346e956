// A short word with a hyphen, such as an option of a command, or with
// a `#`, is one word: no line ends in it.
(() => {
  const short = /^(?=.*[-#]).{2,20}$/;
  for (const code of document.querySelectorAll('main code:not(pre code)')) {
    for (const text of [...code.childNodes].filter(it => it.nodeType === Node.TEXT_NODE)) {
      text.replaceWith(...text.data.split(/(\s+)/).map(word => {
        if (!short.test(word)) return word;
        const whole = document.createElement('span');
        whole.className = 'option';
        whole.textContent = word;
        return whole;
      }));
    }
  }
})();
