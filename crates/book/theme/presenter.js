// The presenter view: key p. One step of one pair fills the screen;
// arrows go through the steps, n and b to the next pair and back.
(() => {
  const pairs = [...document.querySelectorAll('.pair')];
  const root = document.documentElement;
  let pair = null;   // the one that is presented
  let screens = [];  // what is shown one after the other
  let at = 0;

  // The stage: both columns, which the grid of the page does not see.
  const open = next => {
    close();
    pair = next;
    const stage = document.createElement('div');
    stage.className = 'stage';
    stage.append(...pair.querySelectorAll('.col'));
    pair.querySelector('.tools').after(stage);
    pair.querySelector('.tools').prepend(make('span', 'place'));
    stage.before(make('p', 'said'));
    pair.classList.add('presented');
    root.classList.add('presenting');
    layOut();
    show(0);
  };
  const make = (name, kind) => Object.assign(document.createElement(name), { className: kind });

  const close = () => {
    if (!pair) return;
    const stage = pair.querySelector('.stage');
    stage.replaceWith(...stage.children);
    pair.querySelectorAll('.place, .said').forEach(it => it.remove());
    pair.querySelectorAll('.on').forEach(it => it.classList.remove('on'));
    pair.classList.remove('presented', 'stacked');
    pair.removeAttribute('style');
    root.classList.remove('presenting');
    pair.scrollIntoView({ block: 'center' });
    pair = null;
  };

  // A step is shown whole and as large as it can be, side by side or
  // one half above the other; a long one takes several screens.
  const SIZES = [24, 22, 20, 18];
  const LINE = 1.35;  // of a size: as in presenter.css
  const layOut = () => {
    screens = [];
    const [left, right] = [...pair.querySelectorAll('.col')].map(col => [...col.querySelectorAll('.l:not(.h)')]);
    const letter = widthOf('0'.repeat(50)) / 50;
    const stage = pair.querySelector('.stage');
    const head = pair.querySelector('.col header').offsetHeight + 4;
    for (let step = 0; step <= Number(pair.dataset.steps); step += 1) {
      const rows = left.map((line, row) => [line, right[row]]).filter(both => both.some(it => it.classList.contains(`s${step}`)));
      while (rows.length && rows.at(-1).every(it => !it.textContent.trim())) rows.pop();
      if (!rows.length) continue;
      say(step);
      const longest = Math.max(...rows.flat().map(it => it.textContent.trimEnd().length)) + 2;
      const { clientWidth, clientHeight } = stage;
      const room = (size, stacked) => {
        const columns = stacked ? 1 : 2;
        const isWide = longest * letter * size + 20 > (clientWidth - 10) / columns;
        const height = (clientHeight - (stacked ? 2 * head + 10 : head)) * (stacked ? 0.5 : 1);
        return isWide ? 0 : Math.floor(height / (size * LINE));
      };
      const ways = SIZES.flatMap(size => [false, true].map(stacked => ({ size, stacked, room: room(size, stacked) })));
      const way = ways.find(it => it.room >= rows.length)
        ?? ways.filter(it => it.size === SIZES.at(-1)).sort((one, other) => other.room - one.room)[0];
      const parts = Math.ceil(rows.length / way.room);
      const each = Math.ceil(rows.length / parts);
      for (let part = 1; part <= parts; part += 1) {
        screens.push({ ...way, step, part, parts, rows: rows.slice((part - 1) * each, part * each) });
      }
    }
  };
  // The width of a text at a size of 1 px.
  const widthOf = text => {
    const probe = make('span', 'l on');
    probe.style.cssText = 'position: absolute; padding: 0; text-indent: 0; width: max-content; visibility: hidden; font-size: 100px';
    probe.textContent = text;
    pair.querySelector('pre > code').append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width / 100;
  };

  const say = step => {
    const head = pair.querySelector(`.left .h.s${step} i`);
    pair.querySelector('.said').textContent = head ? `${step}. ${head.textContent}` : '';
  };
  const show = next => {
    at = Math.max(0, Math.min(screens.length - 1, next));
    const { step, size, stacked, rows, part, parts } = screens[at];
    pair.classList.toggle('stacked', stacked);
    pair.style.setProperty('--size', `${size}px`);
    pair.querySelectorAll('.on').forEach(it => it.classList.remove('on'));
    rows.flat().forEach(it => it.classList.add('on'));
    say(step);
    const place = parts > 1 ? ` (${part}/${parts})` : '';
    pair.querySelector('.place').textContent = `${step} / ${pair.dataset.steps}${place}`;
  };

  const nearest = () => pairs.reduce((best, it) => {
    const far = one => Math.abs(one.getBoundingClientRect().top - innerHeight / 3);
    return !best || far(it) < far(best) ? it : best;
  }, null);

  const keys = {
    p: close, Escape: close,
    ArrowRight: () => show(at + 1), ArrowDown: () => show(at + 1), ' ': () => show(at + 1), PageDown: () => show(at + 1),
    ArrowLeft: () => show(at - 1), ArrowUp: () => show(at - 1), PageUp: () => show(at - 1),
    n: () => open(pairs[(pairs.indexOf(pair) + 1) % pairs.length]),
    b: () => open(pairs[(pairs.indexOf(pair) + pairs.length - 1) % pairs.length]),
  };
  // Before mdBook, whose arrows turn pages.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'checkbox') return;
    if (!pair) {
      if (event.key === 'p' && pairs.length) open(nearest());
      return;
    }
    const does = keys[event.key];
    if (!does) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    does();
  }, true);
  addEventListener('resize', () => { if (pair) { layOut(); show(at); } });
  for (const button of document.querySelectorAll('button.present')) {
    button.addEventListener('click', () => {
      const its = button.closest('.pair');
      if (pair === its) close(); else open(its);
      button.blur();
    });
  }
})();
