// Goes through a schedule step by step: by its buttons, or by the arrow keys while it has the focus.
for (const schedule of document.querySelectorAll('.schedule')) {
  const rows = [...schedule.querySelectorAll('.steps tbody tr')];
  const lines = [...schedule.querySelectorAll('.source li')];
  const source = schedule.querySelector('.source');
  const [previous, next] = schedule.querySelectorAll('.buttons button');
  const output = schedule.querySelector('output');
  const now = schedule.querySelector('.now');
  const data = schedule.querySelector('.data');
  let at = 0;

  function show(step) {
    at = Math.max(0, Math.min(rows.length - 1, step));
    rows.forEach((row, i) => {
      row.classList.toggle('here', i === at);
      row.classList.toggle('later', i > at);
      if (i === at) row.setAttribute('aria-current', 'step'); else row.removeAttribute('aria-current');
    });
    const row = rows[at];
    for (const line of lines) {
      const isHere = line.value === Number(row.dataset.line);
      line.classList.toggle('here', isHere);
      if (isHere) {
        line.dataset.who = row.dataset.thread;
        source.scrollTop = line.offsetTop - source.offsetTop - source.clientHeight / 2;
      }
    }
    output.textContent = `step ${at + 1} of ${rows.length}`;
    now.textContent = row.dataset.thread + ': ' + [...row.querySelectorAll('code')].map(code => code.textContent).join('');
    const state = row.querySelector('.state');
    data.textContent = [...state.childNodes].map(part => (part.nodeName === 'SAMP' ? 'prints: ' : '') + part.textContent).join(' · ');
    previous.disabled = at === 0;
    next.disabled = at === rows.length - 1;
  }

  if (rows.length > 0) {
    schedule.classList.add('stepping');
    schedule.querySelectorAll('.buttons, .now, .data').forEach(part => { part.hidden = false; });
    previous.addEventListener('click', () => show(at - 1));
    next.addEventListener('click', () => show(at + 1));
    schedule.addEventListener('keydown', event => {
      if (event.target.closest('.source, .scroll') && !event.key.startsWith('Arrow')) return;
      const step = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      show(step);
    });
    show(Number(location.hash.slice(1)) - 1 || 0);
  }
}
