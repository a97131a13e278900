// Filters the scenarios by what came of them (also by the address: report.html#failed) and by text,
// and unfolds them all, for printing too.
const form = document.getElementById('filter');
const scenarios = [...document.querySelectorAll('.scenario')];

function filter() {
  const standing = form.elements.standing.value;
  const text = form.elements.text.value.toLowerCase();
  for (const scenario of scenarios) {
    const fits = standing === 'all' || scenario.dataset.standing === standing;
    scenario.hidden = !fits || (text !== '' && !scenario.textContent.toLowerCase().includes(text));
  }
  for (const heading of document.querySelectorAll('h2.module')) {
    let next = heading.nextElementSibling;
    let any = false;
    for (; next && next.matches('.scenario'); next = next.nextElementSibling) any ||= !next.hidden;
    heading.hidden = !any;
  }
}

function unfold() {
  for (const scenario of scenarios) scenario.open = true;
}

function fromAddress() {
  const wanted = [...form.querySelectorAll('[name=standing]')].find(radio => '#' + radio.value === location.hash);
  if (wanted) wanted.checked = true;
  filter();
}

form.addEventListener('input', filter);
addEventListener('hashchange', fromAddress);
fromAddress();
form.elements.unfold.addEventListener('click', unfold);
addEventListener('beforeprint', unfold);
