// The editor of notes: bold, italic, lists and links by the browser's own editing. What is pasted or dropped is rebuilt from an
// allow-list first; the server does so once more with all it gets.
import { see } from './drafts.js';

const kept = new Set(['P', 'DIV', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'UL', 'OL', 'LI', 'A', 'BLOCKQUOTE']);
const blocks = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TR', 'SECTION', 'ARTICLE', 'PRE']);
const dropped = new Set(['SCRIPT', 'STYLE', 'SVG', 'MATH', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'TITLE', 'HEAD', 'FORM', 'TEXTAREA', 'SELECT', 'INPUT', 'BUTTON', 'META', 'LINK']);

/** Longer than this is never sent: HubSpot takes 65,536 characters. */
const longest = 150000;

export function attach(root, html, focus) {
  const text = root.querySelector('[contenteditable]');
  const line = root.querySelector('[data-link-line]');
  const address = line.querySelector('input');
  let range = null;

  document.execCommand('defaultParagraphSeparator', false, 'p');
  document.execCommand('styleWithCSS', false, false);
  text.innerHTML = html;
  // Not before: what is typed into an editor that is still being filled would be gone.
  text.contentEditable = 'true';
  see(text, html);
  // Whoever has gone elsewhere meanwhile stays there.
  if (focus && [document.body, null].includes(document.activeElement)) {
    text.focus();
    getSelection().selectAllChildren(text);
    getSelection().collapseToEnd();
  }

  const run = (command, value) => {
    text.focus();
    document.execCommand(command, false, value);
    marks();
  };
  const marks = () => {
    for (const button of root.querySelectorAll('[data-format]:not([data-format=link])')) {
      button.setAttribute('aria-pressed', String(text.contains(getSelection().anchorNode) && document.queryCommandState(button.dataset.format)));
    }
  };
  const askLink = () => {
    const selection = getSelection();
    range = selection.rangeCount && text.contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : null;
    const link = (range?.startContainer.nodeType === 1 ? range.startContainer : range?.startContainer.parentElement)?.closest('a');
    address.value = link?.getAttribute('href') ?? '';
    line.hidden = false;
    address.focus();
  };
  const setLink = href => {
    line.hidden = true;
    text.focus();
    if (range) {
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
    if (!href) return run('unlink');
    const safe = safeAddress(/^[\w.-]+@[\w.-]+$/.test(href) ? `mailto:${href}` : /^[a-z]+:/i.test(href) ? href : `https://${href}`);
    if (!safe) return;
    if (getSelection().isCollapsed) run('insertHTML', `<a href="${escape(safe)}">${escape(href)}</a>`);
    else run('createLink', safe);
  };

  root.addEventListener('mousedown', event => {
    // The selection stays where it is.
    if (event.target.closest('[data-format]')) event.preventDefault();
  });
  root.addEventListener('click', event => {
    const format = event.target.closest('[data-format]')?.dataset.format;
    if (format === 'link') askLink();
    else if (format) run(format);
    if (event.target.closest('[data-link-apply]')) setLink(address.value.trim());
    if (event.target.closest('[data-link-remove]')) setLink('');
  });
  address.addEventListener('keydown', event => {
    if (event.key === 'Enter') { event.preventDefault(); setLink(address.value.trim()); }
    if (event.key === 'Escape') { event.stopPropagation(); line.hidden = true; text.focus(); }
  });
  text.addEventListener('keydown', event => {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 'k') { event.preventDefault(); askLink(); }
    if (command && event.key === 'Enter') {
      event.preventDefault();
      root.closest('[data-editing]')?.querySelector('[data-editor-save]')?.click();
    }
  });
  text.addEventListener('paste', event => insert(event, event.clipboardData));
  text.addEventListener('drop', event => insert(event, event.dataTransfer));
  text.addEventListener('keyup', marks);
  text.addEventListener('mouseup', marks);

  function insert(event, data) {
    event.preventDefault();
    const rich = data.getData('text/html');
    if (rich) document.execCommand('insertHTML', false, clean(rich));
    else document.execCommand('insertText', false, data.getData('text/plain'));
  }

  return {
    read: () => (text.innerHTML.length > longest ? null : text.innerHTML),
    clear: () => { text.innerHTML = ''; },
  };
}

/** Foreign markup reduced to plain elements without attributes. */
export function clean(html) {
  const out = [];
  // Inline styles and handlers would be judged (and reported) by the page's policy while they are parsed.
  const bare = html.replace(/<[a-z][^>]*>/gi, tag => tag.replace(/[\s/](?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/gi, ' '));
  write(new DOMParser().parseFromString(bare, 'text/html').body, out);
  return out.join('');
}

function write(parent, out) {
  for (const node of parent.childNodes) {
    if (node.nodeType === 3) out.push(escape(node.data));
    if (node.nodeType !== 1 || dropped.has(node.nodeName.toUpperCase())) continue;
    const name = blocks.has(node.nodeName) ? 'P' : node.nodeName;
    const href = name === 'A' ? safeAddress(node.getAttribute('href')) : null;
    if (name === 'BR') out.push('<br>');
    else if (!kept.has(name) || (name === 'A' && !href)) write(node, out);
    else {
      const tag = name.toLowerCase();
      out.push(href ? `<a href="${escape(href)}">` : `<${tag}>`);
      write(node, out);
      out.push(`</${tag}>`);
    }
  }
}

function safeAddress(href) {
  try {
    const url = new URL(href.trim());
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const escape = text => text.replace(/[&<>"]/g, letter => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);
