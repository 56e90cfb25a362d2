// Package edtf reads, compares and prints dates of the Extended Date/Time
// Format (ISO 8601-2).
package edtf
