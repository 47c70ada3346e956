// The calculator: the lines of the model, which the page brings along,
// computed for the reader's own case, with the constants of the reference
// machine or with those of files that the reader loads. Nothing is sent.
const calculator = (() => {
  const operations = {
    '+': (one, other) => one + other, '-': (one, other) => one - other,
    '*': (one, other) => one * other, '/': (one, other) => one / other,
    min: Math.min, max: Math.max, ceil: Math.ceil,
  };
  // A number, a name, or an operation and its parts.
  const value = (formula, values) => {
    if (typeof formula === 'number') return formula;
    if (typeof formula === 'string') return values[formula];
    const [operation, ...parts] = formula;
    return operations[operation](...parts.map(part => value(part, values)));
  };
  const compute = (lines, given) => {
    const values = { ...given };
    for (const [name, formula] of lines) values[name] = value(formula, values);
    return values;
  };

  // Out of the figures of `just bench`: the times of one client, in seconds.
  const times = (sources, rows) => {
    const find = id => rows.find(row => ['panel', 'point', 'name'].every(key => row[key] === id[key]));
    const time = id => id ? find(id).median : 0;
    const entries = sources.map(({ name, time: one, less, parts }) =>
      [name, Math.max(0, (time(one) - time(less)) / (parts * 1e9))]);
    return Object.fromEntries(entries);
  };
  // Whichever of the two files it is: constants by their clients.
  const taken = (model, file) => {
    const clients = Object.keys(model.sources);
    const each = take => Object.fromEntries(clients.map(client => [client, take(client)]));
    const lesson = file.lessons?.[model.lesson];
    if (lesson) return each(client => times(model.sources[client], lesson.times));
    const known = name => name in model.constants[clients[0]];
    const rows = file.rows.filter(row => known(row.name) && Number.isFinite(row.median));
    if (!rows.length) throw new Error('nothing that is known here');
    return each(client => Object.fromEntries(
      rows.filter(row => row.client === client).map(row => [row.name, row.median])));
  };

  // As the tables of the book are written.
  const digits = figure => {
    const size = Math.abs(figure);
    if (size >= 99.95) return figure.toFixed(0);
    if (size >= 9.995) return figure.toFixed(1);
    if (size >= 0.0995) return figure.toFixed(2);
    if (size > 0) return figure.toFixed(Math.abs(1 - Math.floor(Math.log10(size * 1.005))));
    return '0';
  };
  const units = {
    time: [['h', 3600], ['s', 1], ['ms', 1e-3], ['µs', 1e-6], ['ns', 1e-9]],
    size: [['GiB', 2 ** 30], ['MiB', 2 ** 20], ['KiB', 2 ** 10], ['B', 1]],
  };
  const show = (kind, figure) => {
    const size = Math.abs(figure);
    const sign = figure < 0 ? '−' : '';
    if (kind === 'number') return `${sign}${Math.round(size * 100) / 100}`;
    const [unit, one] = units[kind].find(it => size >= it[1] * 0.9995) ?? units[kind].at(-1);
    return `${sign}${digits(size / one)} ${unit}`;
  };

  const start = figure => {
    const model = JSON.parse(figure.querySelector('script').textContent);
    const { words } = model;
    const find = selector => figure.querySelector(selector);
    const fields = [...figure.querySelectorAll('input[type=number]')];
    const work = find('[name=work]');
    const client = find('select');
    const reset = find('.own button');
    const file = find('[type=file]');
    const status = find('.status');
    const reference = structuredClone(model.constants);
    const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (all, name) => parts[name] ?? all);

    const sentence = (values, number) => {
      const cost = ['wall', 'cpu', 'memory'][number];
      const what = model.figures[number];
      const [thread, task] = [values[`thread_${cost}`], values[`task_${cost}`]];
      const times = Math.max(thread, task) / Math.min(thread, task);
      if (!(times - 1 > model.off[number])) return fill(words.same, { what });
      const [threads, tasks] = model.units;
      const [more, less] = thread > task ? [threads, tasks] : [tasks, threads];
      return fill(words.more, { what, more, less, times: digits(times) });
    };

    const showAll = () => {
      const inputs = Object.fromEntries(fields.map(it => [it.name, it.valueAsNumber * Number(it.dataset.scale)]));
      const wrong = fields.filter(it => !it.validity.valid || Number.isNaN(it.valueAsNumber));
      fields.forEach(it => it.setAttribute('aria-invalid', wrong.includes(it)));
      figure.classList.toggle('wrong', wrong.length > 0);
      if (wrong.length) {
        find('.said').replaceChildren(item(words.range));
        return;
      }
      const values = compute(model.lines, { ...model.constants[client.value], ...inputs });
      for (const output of document.querySelectorAll('main output[data-value]')) {
        output.textContent = show(output.dataset.kind, values[output.dataset.value]);
      }
      const outputs = [...find('.results').querySelectorAll('output')];
      for (const output of outputs) {
        const cost = output.dataset.value.split('_')[1];
        const all = outputs.map(it => it.dataset.value).filter(it => it.endsWith(`_${cost}`));
        const most = Math.max(...all.map(it => values[it]));
        output.nextElementSibling.style.setProperty('--part', values[output.dataset.value] / most);
      }
      find('.said').replaceChildren(...[0, 1, 2].map(number => item(sentence(values, number))));
    };
    const item = text => Object.assign(document.createElement('li'), { textContent: text });

    // A request of this client needs so much, until the reader says otherwise.
    const setWork = () => {
      work.value = Math.round(model.constants[client.value].cpu_request_task * 1e9) / 1e3;
    };
    const load = async loaded => {
      const lines = [];
      for (const one of loaded) {
        try {
          const json = JSON.parse(await one.text());
          const constants = taken(model, json);
          for (const [name, named] of Object.entries(constants)) Object.assign(model.constants[name], named);
          const lesson = json.lessons?.[model.lesson];
          const date = lesson?.date ?? json.date;
          const hurry = lesson?.quick ? ` (${words.quick})` : '';
          lines.push(fill(words.loaded, { file: one.name, machine: json.machine?.cpu ?? '?', date }) + hurry);
        } catch {
          lines.push(fill(words.foreign, { file: one.name }));
        }
      }
      status.replaceChildren(...lines.flatMap((line, number) =>
        number ? [document.createElement('br'), line] : [line]));
      reset.hidden = false;
      setWork();
      showAll();
    };

    fields.forEach(it => it.addEventListener('input', showAll));
    client.addEventListener('change', () => { setWork(); showAll(); });
    file.addEventListener('change', () => load([...file.files]));
    reset.addEventListener('click', () => {
      model.constants = structuredClone(reference);
      file.value = '';
      status.replaceChildren();
      reset.hidden = true;
      setWork();
      showAll();
      file.focus();
    });
    // mdBook's arrows turn pages, also from within an input.
    figure.addEventListener('keydown', event => event.stopPropagation());
    figure.querySelectorAll('.inputs, .said, .own').forEach(it => { it.hidden = false; });
    find('.case').hidden = true;
    showAll();
  };
  document.querySelectorAll('figure.calculator').forEach(start);
  return { compute, taken, show };
})();
