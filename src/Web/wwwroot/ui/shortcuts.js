// The sheet of keys: `?` or the "Keyboard" entry of the navigation opens it. Keys that are one character and nothing else can be
// switched off there, for people whose speech recognition or trembling hand types them by accident; this browser remembers it.

const setting = 'single-keys';
const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const command = mac ? '⌘' : 'Ctrl';

const groups = [
  ['Board', [
    ['↑ ↓ ← →', 'Go from card to card'],
    ['Home|End', 'First or last card of the column'],
    ['PgUp|PgDn', 'Eight cards up or down'],
    ['Enter', 'Open the task beside the board'],
    ['Shift+F10', 'Move to… (also the Menu key)'],
    [`${command}+Z`, 'Undo the last move'],
  ]],
  ['Carrying a card', [
    ['Space', 'Pick up the card, and drop it'],
    ['↑ ↓ ← →', 'Carry it to another place or column'],
    ['Enter', 'Drop it'],
    ['Esc', 'Put it back, by mouse too'],
  ]],
  ['Several cards', [
    ['Shift+Space', 'Select the card or let go of it'],
    [`${command}+Click`, 'The same by mouse'],
    ['Shift+Click', 'Select up to this card'],
    ['Esc', 'Let go of all'],
  ]],
  ['Calendar', [
    ['↑ ↓ ← →', 'Go from day to day and through its cards'],
    ['Alt+←|Alt+→', 'Move the card by a day'],
    ['Alt+↑|Alt+↓', 'By a week, a quarter of an hour, or to another person'],
    ['Alt+PgUp|Alt+PgDn', 'By a week'],
    ['PgUp|PgDn', 'Turn the page'],
    ['Enter', 'Open the task; on an empty day, begin one'],
    ['Shift+F10', 'Move to… a day or an exact time'],
  ]],
  ['List', [
    ['↑ ↓', 'Go from row to row'],
    ['Space', 'Select the row or let go of it'],
    ['Shift+↑|Shift+↓', 'Select on the way'],
    [`${command}+A`, 'Select the page'],
    ['Enter', 'Open the task beside the list'],
  ]],
  ['Task beside the board', [
    ['j', 'Next task of the column'],
    ['k', 'Task before'],
    ['Esc', 'Close the task or the form'],
    [`${command}+Enter`, 'Save the notes'],
    [`${command}+K`, 'Link in the notes'],
  ]],
  ['One by one', [
    ['c|Enter', 'Complete'],
    ['s', 'Snooze, then 1 to 4'],
    ['r', 'Reschedule'],
    ['j|→', 'Next'],
    ['k|←', 'Back'],
    ['e', 'All fields'],
    ['o', 'Open in HubSpot'],
    ['u', 'Undo'],
  ]],
  ['Menus', [
    ['↑ ↓', 'Go through the entries'],
    ['Home|End', 'First or last entry'],
    ['Enter', 'Choose'],
    ['Esc', 'Close'],
  ]],
  ['Everywhere', [
    ['n|c', 'New task'],
    ['?', 'This sheet'],
    ['Tab|Shift+Tab', 'Next or previous part of the page; the board is one'],
  ]],
];

/** Whether a key that is one character may act now: not while somebody types, not below a dialog, not when switched off. */
export function mayActAlone(event) {
  return localStorage.getItem(setting) !== 'off' && !event.defaultPrevented && !event.isComposing
    && !event.ctrlKey && !event.metaKey && !event.altKey
    && !event.target.closest?.('input, textarea, select, [contenteditable]:not([contenteditable="false"])')
    && !document.querySelector('dialog[open]');
}

document.addEventListener('keydown', event => {
  if (event.key !== '?' || !mayActAlone(event)) return;
  event.preventDefault();
  open();
});
document.addEventListener('click', event => {
  if (event.target.closest('[data-shortcuts]')) open();
});

function open() {
  document.querySelector('dialog.shortcuts')?.close();
  const before = document.activeElement;
  const sheet = make('dialog', { className: 'shortcuts', ariaLabel: 'Keyboard shortcuts' },
    make('header', {}, make('h2', { textContent: 'Keyboard' }), make('button', { type: 'button', className: 'button', textContent: 'Close', value: 'close' })),
    make('div', { className: 'groups' }, ...groups.map(([title, keys]) => make('section', {}, make('h3', { textContent: title }), make('dl', {}, ...keys.map(line))))),
    singleKeys());
  sheet.addEventListener('click', event => {
    if (event.target === sheet || event.target.value === 'close') sheet.close();
  });
  sheet.addEventListener('close', () => {
    sheet.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
  });
  document.body.append(sheet);
  sheet.showModal();
}

function line([keys, what]) {
  const shown = keys.split('|').map(one => make('span', { className: 'keys' }, ...one.split(/[+ ](?=\S)/).map(key => make('kbd', { textContent: key }))));
  return make('div', {}, make('dt', {}, ...shown), make('dd', { textContent: what }));
}

function singleKeys() {
  const box = make('input', { type: 'checkbox', checked: localStorage.getItem(setting) !== 'off' });
  box.addEventListener('change', () => localStorage.setItem(setting, box.checked ? 'on' : 'off'));
  return make('label', { className: 'single-keys' }, box, make('span', {},
    make('strong', { textContent: 'Single keys: ?, n, c, j, k and those of “One by one”' }),
    make('span', { className: 'meta', textContent: 'Off, they do nothing in this browser. They never act while you type.' })));
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
