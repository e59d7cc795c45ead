/** How far apart two spellings are. */

/**
 * A bit for each letter that a folded word has.
 *
 * @param {string} word
 */
export function letters(word) {
  let bits = 0;
  for (let place = 0; place < word.length; place++) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}

/**
 * Whether words of these letters can be as near as `most`: a wrong letter changes two bits at most.
 *
 * @param {number} one
 * @param {number} two
 * @param {number} most
 */
export function alike(one, two, most) {
  let different = one ^ two;
  for (let bits = 0; bits < 2 * most; bits++) different &= different - 1;
  return different === 0;
}

/**
 * The optimal string alignment distance: letters put in, left out, changed, or two neighbours swapped.
 *
 * @param {string} one
 * @param {string} two
 * @param {number} most - beyond this the exact number does not matter
 */
export function distance(one, two, most) {
  const far = most + 1;
  if (Math.abs(one.length - two.length) > most) return far;
  let before = /** @type {number[]} */ ([]);
  let above = Array.from({ length: two.length + 1 }, (_, column) => Math.min(column, far));
  for (let row = 1; row <= one.length; row++) {
    const line = new Array(two.length + 1).fill(far);
    let least = far;
    if (row <= most) line[0] = least = row;
    for (let column = Math.max(1, row - most); column <= Math.min(two.length, row + most); column++) {
      const changed = above[column - 1] + (one[row - 1] === two[column - 1] ? 0 : 1);
      let wrong = Math.min(changed, above[column] + 1, line[column - 1] + 1);
      const swapped = row > 1 && column > 1 && one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      if (swapped) wrong = Math.min(wrong, before[column - 2] + 1);
      line[column] = wrong;
      least = Math.min(least, wrong);
    }
    if (least > most) return far;
    [before, above] = [above, line];
  }
  return above[two.length];
}
