// How wide the place of a picture is, which comes in several widths.

/** Which of the widths of a room a place has. */
export const widthOf = (place, { steps }) => {
  const { width } = place.getBoundingClientRect();
  return steps.findLastIndex((least) => width >= least);
};

/** One of them is seen: which, is told where the page counts on another or on none (room.js). */
export function tell(place, room) {
  const { width } = place.getBoundingClientRect();
  if (!room || !width || document.fullscreenElement || matchMedia('print').matches) return;
  const at = widthOf(place, room);
  if (at === room.at) return;
  room.at = at;
  place.dataset.room = JSON.stringify([room.place, at]);
}
