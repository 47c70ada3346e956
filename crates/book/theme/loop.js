// The event loop, to be stepped through: with the buttons, or with
// the arrows, Home and End while the figure has the focus.
(() => {
  const make = (name, kind, text = '') =>
    Object.assign(document.createElement(name), { className: kind, textContent: text });
  // As the sentences write it.
  const time = us => us < 10000 ? `${(us / 1000).toFixed(1)} ms` : `${Math.round(us / 1000)} ms`;

  const start = figure => {
    const { names, end, steps } = JSON.parse(figure.querySelector('script').textContent);
    const find = selector => figure.querySelector(selector);
    // A list for who has no script; there, each begins with its time.
    const sentences = [...figure.querySelectorAll('details li')].map(it => [...it.childNodes].slice(1));
    const rows = [...figure.querySelectorAll('pre .l')];
    const phases = [...figure.querySelectorAll('.phases li')];
    const code = find('pre');
    const lists = { ready: find('.ready'), timers: find('.timers'), reactor: find('.reactor') };
    const buttons = Object.fromEntries([...figure.querySelectorAll('[data-go]')].map(it => [it.dataset.go, it]));
    let at = 0;

    const chip = task => make('b', 'task', names[task] ?? task);
    const entry = (...parts) => {
      const item = make('li', '');
      item.append(...parts.flatMap(part => [part, ' ']));
      return item;
    };
    const fill = (list, entries) => {
      const nobody = make('li', 'nobody', find('.lists').dataset.nobody);
      list.querySelector('ul').replaceChildren(...(entries.length ? entries : [nobody]));
    };

    const show = next => {
      at = Math.max(0, Math.min(steps.length - 1, next));
      const step = steps[at];
      // They keep the focus also where they lead nowhere.
      const ends = { first: at === 0, back: at === 0, next: at === steps.length - 1, last: at === steps.length - 1 };
      for (const [name, isEnd] of Object.entries(ends)) buttons[name].setAttribute('aria-disabled', isEnd);
      find('.count').textContent = `${at + 1} / ${steps.length}`;
      find('.turn b').textContent = step.turn;
      phases.forEach((phase, number) => phase.setAttribute('aria-current', number === step.phase ? 'step' : 'false'));
      find('.now').replaceChildren(...sentences[at].map(it => it.cloneNode(true)));
      showTime(step);
      showLists(step);
      showCode(step);
    };

    const showTime = ({ at: now, until }) => {
      const percent = us => `${100 * us / end}%`;
      find('.at').textContent = until ? `${time(now)} → ${time(until)}` : time(now);
      find('.here').style.left = percent(now);
      find('.sleep').style.left = percent(now);
      find('.sleep').style.width = percent(until ? until - now : 0);
    };

    const showLists = step => {
      const { ready, timers, reactor } = lists;
      const say = text => make('span', 'said', text);
      fill(ready, step.ready.map(([task, by]) => entry(chip(task), say(ready.dataset[by]))));
      const taken = ready.querySelector('.taken');
      taken.querySelector('ul').replaceChildren(...step.taken.map(task => entry(chip(task))));
      taken.classList.toggle('none', !step.taken.length);
      const left = due => time(Math.max(0, due - step.at));
      fill(timers, step.timers.map(([task, due]) => entry(chip(task), say(`${timers.dataset.left} ${left(due)}`))));
      fill(reactor, step.sockets.map(([socket, task]) => {
        const name = make('span', '', `${reactor.dataset.socket} ${socket}:`);
        if (task === null) return entry(name, say(reactor.dataset.nobody));
        return entry(name, chip(task), say(reactor.dataset.waits));
      }));
    };

    // Who runs stands before its line, filled; who waits, outlined.
    const showCode = ({ task, row, waits }) => {
      code.querySelectorAll('.who').forEach(it => it.remove());
      rows.forEach((it, number) => it.classList.toggle('runs', number === row));
      const who = new Map();
      const put = (number, it) => who.set(number, [...(who.get(number) ?? []), it].sort((one, other) => one - other));
      waits.forEach(([it, number]) => { if (it !== task) put(number, it); });
      if (row !== null) put(row, task);
      for (const [number, tasks] of who) {
        const mark = it => make('b', it === task ? 'task running' : 'task', it);
        const marks = make('span', 'who');
        marks.append(...tasks.map(it => Object.assign(mark(it), { title: names[it] })));
        rows[number].prepend(marks);
      }
      if (row === null) return;
      const line = rows[row];
      const top = line.offsetTop;
      if (top < code.scrollTop || top + line.offsetHeight > code.scrollTop + code.clientHeight) {
        code.scrollTop = top - code.clientHeight / 2;
      }
    };

    // Room for the longest list, so that nothing moves about.
    const most = (list, length) => list.style.setProperty('--most', Math.max(1, ...steps.map(length)));
    most(lists.ready, step => step.ready.length + step.taken.length);
    most(lists.timers, step => step.timers.length);
    most(lists.reactor, step => step.sockets.length);

    const enlarge = wanted => {
      figure.classList.toggle('enlarged', wanted);
      document.documentElement.classList.toggle('enlarging', wanted);
      find('.enlarge').setAttribute('aria-pressed', wanted);
      figure.focus();
      show(at);
    };
    const toggle = () => enlarge(!figure.classList.contains('enlarged'));

    const go = {
      first: () => show(0), back: () => show(at - 1), next: () => show(at + 1), last: () => show(steps.length - 1),
    };
    const keys = { Home: go.first, ArrowLeft: go.back, ArrowRight: go.next, End: go.last };
    for (const [name, does] of Object.entries(go)) buttons[name].addEventListener('click', does);
    find('.enlarge').addEventListener('click', toggle);
    figure.addEventListener('keydown', event => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const does = event.key === 'Escape' && figure.classList.contains('enlarged') ? toggle : keys[event.key];
      if (!does) return;
      // mdBook's arrows turn pages.
      event.preventDefault();
      event.stopPropagation();
      does();
    });
    // Before the presenter view, whose key it is: it shows pairs.
    window.addEventListener('keydown', event => {
      if (event.key !== 'p' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!figure.contains(document.activeElement)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      toggle();
    }, true);

    figure.querySelectorAll('[hidden]').forEach(it => { it.hidden = false; });
    figure.tabIndex = 0;
    show(0);
  };
  document.querySelectorAll('figure.loop').forEach(start);
})();
