/**
 * Sun and moon after Jean Meeus, Astronomical Algorithms (second edition, 1998): new moons by chapter 49 (good to about
 * 20 seconds), the sun's apparent longitude by the short series of chapter 25 (0.01°, a quarter of an hour). An engine
 * that shares nothing with the packages whose calendars are compared.
 */
const MINUTES = 1440;
const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
/** Days of 2000-01-01 12:00 TT. */
const EPOCH = 2_451_545;

/** Terrestrial time less universal time, in days (Espenak and Meeus, 2006), for 1941 to 2150. */
function deltaT(year: number): number {
  if (year < 1961) return seconds(29.07 + 0.407 * (year - 1950) - (year - 1950) ** 2 / 233 + (year - 1950) ** 3 / 2547);
  if (year < 1986) return seconds(45.45 + 1.067 * (year - 1975) - (year - 1975) ** 2 / 260 - (year - 1975) ** 3 / 718);
  const t = year - 2000;
  if (year < 2005)
    return seconds(
      63.86 + 0.3345 * t - 0.060374 * t ** 2 + 0.0017275 * t ** 3 + 0.000651814 * t ** 4 + 0.00002373599 * t ** 5,
    );
  if (year < 2050) return seconds(62.92 + 0.32217 * t + 0.005589 * t ** 2);
  return seconds(-20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year));
}
const seconds = (value: number): number => value / 86_400;

/** A moment of terrestrial time (Julian day) as minutes of Beijing time since 1970-01-01 00:00 there. */
function beijing(jde: number): number {
  const year = 2000 + (jde - EPOCH) / 365.25;
  return (jde - deltaT(year) - 2_440_587.5) * MINUTES + 480;
}

/** Sine terms of a new moon: days, sun's anomaly, moon's anomaly, argument of latitude, power of the eccentricity. */
const moonTerms: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 0, 1, 0, 0],
  [0.17241, 1, 0, 0, 1],
  [0.01608, 0, 2, 0, 0],
  [0.01039, 0, 0, 2, 0],
  [0.00739, -1, 1, 0, 1],
  [-0.00514, 1, 1, 0, 1],
  [0.00208, 2, 0, 0, 2],
  [-0.00111, 0, 1, -2, 0],
  [-0.00057, 0, 1, 2, 0],
  [0.00056, 1, 2, 0, 1],
  [-0.00042, 0, 3, 0, 0],
  [0.00042, 1, 0, 2, 1],
  [0.00038, 1, 0, -2, 1],
  [-0.00024, -1, 2, 0, 1],
  [-0.00007, 2, 1, 0, 0],
  [0.00004, 0, 2, -2, 0],
  [0.00004, 3, 0, 0, 0],
  [0.00003, 1, 1, -2, 0],
  [0.00003, 0, 2, 2, 0],
  [-0.00003, 1, 1, 2, 0],
  [0.00003, -1, 1, 2, 0],
  [-0.00002, -1, 1, -2, 0],
  [-0.00002, 1, 3, 0, 0],
  [0.00002, 0, 4, 0, 0],
];
/** Planets: days, degrees at k = 0, degrees each lunation. */
const planetTerms: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/** New moon number `k` (0 is that of 2000-01-06), in minutes of Beijing time since 1970. */
export function newMoon(k: number): number {
  const t = k / 1236.85;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  let jde = 2451550.09766 + 29.530588861 * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3 - 0.00017 * sin(node);
  for (const [days, m, mm, f, e] of moonTerms)
    jde += days * eccentricity ** e * sin(m * sun + mm * moon + f * latitude);
  for (const [days, at, each] of planetTerms) jde += days * sin(at + each * k);
  return beijing(jde);
}

/** The sun's apparent longitude in degrees, 0 to 360. */
function sunLongitude(jde: number): number {
  const t = (jde - EPOCH) / 36525;
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const longitude = 280.46646 + 36000.76983 * t + 0.0003032 * t ** 2 + centre;
  return (((longitude - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)) % 360) + 360) % 360;
}

/** When the sun stands at term `index` (0 小寒, 285°) of a year, in minutes of Beijing time since 1970. */
export function solarTerm(year: number, index: number): number {
  const wanted = (285 + 15 * index) % 360;
  let jde = EPOCH + (year - 2000) * 365.2422 + 5 + index * 15.218;
  for (let step = 0; step < 8; step += 1) {
    const off = ((wanted - sunLongitude(jde) + 540) % 360) - 180;
    jde += (off * 365.2422) / 360;
  }
  return beijing(jde);
}
