// The page's typeface: whoever measures or draws texts once has to have it before.

const WEIGHTS = [400, 500, 600];
const LONGEST_WAIT = 500; // milliseconds; a slow typeface must not hold a drawing back
const typefaces = new Map();

/** A family, loaded or late; nothing without a family. */
export function typeface(family) {
  if (!family) return undefined;
  if (!typefaces.has(family)) {
    const loads = WEIGHTS.map((weight) => document.fonts.load(`${weight} 13px ${family}`).catch(() => []));
    const late = new Promise((done) => setTimeout(done, LONGEST_WAIT));
    typefaces.set(family, Promise.race([Promise.all(loads), late]));
  }
  return typefaces.get(family);
}
