// An option of a command is one word: no line ends between its
// hyphens, nor behind them.
(() => {
  for (const code of document.querySelectorAll('main code:not(pre code)')) {
    if (code.firstElementChild || !/(^|\s)-/.test(code.textContent)) continue;
    code.replaceChildren(...code.textContent.split(/(\s+)/).map(word => {
      if (!word.startsWith('-')) return word;
      const whole = document.createElement('span');
      whole.className = 'option';
      whole.textContent = word;
      return whole;
    }));
  }
})();
