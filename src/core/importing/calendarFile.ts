/** A team's calendar: no pieces but days, which have a place of their own. */
export const calendarExtensions: readonly string[] = ['ics', 'ical', 'ifb', 'icalendar'];
export const isCalendarFile = (name: string): boolean => /\.(ics|ical|icalendar|ifb)$/i.test(name);
