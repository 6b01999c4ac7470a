// Copies the list, and opens the print dialog. Without it the list can be selected and the page printed all the same.
const list = document.getElementById('list');
const copy = document.getElementById('copy');
const print = document.getElementById('print');

function select() {
  const range = document.createRange();
  range.selectNodeContents(list);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

copy?.addEventListener('click', async () => {
  select();
  // Only a secure origin has a clipboard; elsewhere the list stands selected, ready for the reader's own copy.
  if (!navigator.clipboard) return;
  await navigator.clipboard.writeText(list.textContent);
  document.getElementById('copied').textContent = copy.dataset.copied;
});
print.addEventListener('click', () => window.print());
for (const button of [copy, print]) button?.removeAttribute('hidden');
