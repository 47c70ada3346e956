// Copies one column, without the heads of its steps; lights up a step
// in both columns when it is pointed at or has the focus.
(() => {
  for (const button of document.querySelectorAll('button.copy')) {
    const word = button.textContent;
    button.addEventListener('click', async () => {
      const code = button.closest('section, figure').querySelector('pre > code');
      const lines = [...code.querySelectorAll('.l:not(.h)')];
      await navigator.clipboard.writeText(lines.map(it => it.textContent).join(''));
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = word; }, 1500);
    });
  }
  for (const pair of document.querySelectorAll('.pair')) {
    const step = target => target.closest?.('.l')?.className.match(/\bs(\d+)\b/)?.[1];
    const light = number => {
      for (const line of pair.querySelectorAll('.l')) {
        line.classList.toggle('lit', number > 0 && line.classList.contains(`s${number}`));
      }
    };
    pair.addEventListener('mouseover', event => light(step(event.target)));
    pair.addEventListener('mouseleave', () => light(0));
    pair.addEventListener('focusin', event => light(step(event.target)));
    pair.addEventListener('focusout', () => light(0));
  }
})();
