// Tells the page's server what is selected, soon after the hand rests, so that it can say what may be done with all of it.
import { chosenIn } from './chosen.js';

const rest = 80;

export function attach(workspace, server) {
  const chosen = chosenIn(workspace);
  let later = null;

  function tell() {
    clearTimeout(later);
    later = setTimeout(() => server.invokeMethodAsync('Choose', chosen.ids.map(Number)).catch(() => {}), rest);
  }

  chosen.addEventListener('change', tell);
  if (chosen.size) tell();
  return {
    clear: () => chosen.clear(),
    detach() {
      clearTimeout(later);
      chosen.removeEventListener('change', tell);
    },
  };
}
