/** Calendars, festivals and their names, in a chunk of its own: the first screen stands without them. */
export { marksOf } from '../../core/occasions/marks';
export { nextHappening } from '../../core/occasions/own';
export { headlines, saidMarks, sayLunar, sayLunarDay, sayMark, sayMarkSource } from '../../core/words/dayMarks';
export { sayDayFact } from '../../core/words/workdays';
export { warmthOf } from './warmth';
