/**
 * Write a date as the article's language does.
 *
 * @param {HTMLTimeElement} node
 */
export function writeDate(node) {
  const parts = node.dateTime.split("-").length;
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
  if (parts < 3) delete options.day;
  if (parts < 2) delete options.month;
  try {
    const format = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-nu-latn`, options);
    node.textContent = format.format(new Date(node.dateTime));
  } catch {
    // A date that is none stays as it was written.
  }
}
