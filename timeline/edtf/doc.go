// Package edtf reads, compares and prints dates of the Extended Date/Time
// Format (ISO 8601-2), all three levels of it, without clock times.
//
// A [Date] is a plain value: compare it with ==, use it as a map key, copy it.
// The zero Date is "no date". What a Date says about the calendar is its
// bounds, [Date.Earliest] and [Date.Latest], counted in whole days; how it
// reads to people is [Date.Words].
//
// # What is read
//
//   - Level 0: days, months, years, intervals (1985-04-12, 1985-04, 1985,
//     2004-02-01/2005). Clock times are refused: a date here is never a time.
//   - Level 1: years of more than four digits (Y170000002), seasons (2001-21),
//     the qualifiers ? (uncertain), ~ (approximate) and % (both), unspecified
//     digits (201X, 1985-04-XX), open and unknown interval ends (1985/..,
//     1985/), negative years (-0047 is 48 BC; 0000 is 1 BC).
//   - Level 2: exponents (Y-17E7), significant digits (1950S2), sub-year
//     groupings 21 to 41, one-of sets ([1667,1670..1672]), all-of sets
//     ({1960,1961-12}), qualifiers on single components (2004-06~-11), and
//     unspecified digits anywhere (15XX-12-25).
//
// Two things go beyond the format. A year with Y may have a month and a day
// (Y12024-03-05), so that every [Day] has a Date; and the ends of an interval
// may be seasons.
//
// # Choices where the format leaves one
//
//   - Seasons are whole months. Spring, summer, autumn and winter without a
//     hemisphere (21 to 24) are the northern ones, March to May and so on.
//     A season that crosses New Year belongs to the year in which it starts:
//     2023-24 runs from December 2023 to February 2024.
//   - A century is the hundred years that share their first two digits: 19XX,
//     which is written "the 20th century", is 1900 to 1999.
//   - The format has no word for "early", "mid" and "late"; see [Early].
//   - Bounds are those of what is written: a qualifier does not widen them.
package edtf
