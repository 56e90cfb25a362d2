package timex

// A class is a set of kinds that a word or number can be. Patterns name
// classes; a language's words.txt gives words theirs.
type class uint64

const (
	cMonth class = 1 << iota
	cWeekday
	cDay    // a number that can be a day of the month
	cOrd    // an ordinal: third, 3rd
	cNum    // a cardinal number
	cYear   // a number that can be a year
	cYear2  // '98
	cDecade // 1990s, nineties
	cUnit   // day, week, month, ... in the singular
	cUnits  // in the plural
	cSeason
	cPart   // part of the day: morning, noon
	cClock  // 10:30, 5pm
	cIso    // a whole date in one token: 2025-08-16, 15/08/2025
	cVague  // several, a few
	cArt    // a, an
	cThe    // the
	cPoss   // his, its, 's
	cLast   // last, past, previous
	cThis   // this, that, current
	cNext   // next, coming
	cPast   // ago, earlier
	cFuture // later, from now
	cDeixis // today, yesterday
	cRef    // now, recently
	cEra    // BC, AD
	cPhase  // early, late, mid
	cApprox // about, nearly
	cEvery  // each, every
	cOften  // daily
	cComma
	cDash
	cMeridiem // a.m.
	cZone     // GMT
	cLit      // a word that some pattern names literally
	cAbstract // words of rules that hold no other trigger: the future, the eve
	cQuarter  // Q3, H1
)

// cTrigger is what a sentence must hold for a rule to be tried at all.
const cTrigger = cMonth | cWeekday | cYear | cYear2 | cDecade | cUnit | cUnits |
	cSeason | cPart | cClock | cIso | cDeixis | cRef | cOften | cMeridiem | cEra | cAbstract | cQuarter

var classNames = map[string]class{
	"month": cMonth, "weekday": cWeekday, "day": cDay, "ord": cOrd, "num": cNum,
	"year": cYear, "year2": cYear2, "decade": cDecade, "unit": cUnit, "units": cUnits,
	"season": cSeason, "part": cPart, "clock": cClock, "iso": cIso, "vague": cVague,
	"art": cArt, "the": cThe, "poss": cPoss, "last": cLast, "this": cThis, "next": cNext,
	"past": cPast, "future": cFuture, "deixis": cDeixis, "ref": cRef, "era": cEra,
	"phase": cPhase, "approx": cApprox, "every": cEvery, "often": cOften,
	"comma": cComma, "dash": cDash, "meridiem": cMeridiem, "zone": cZone,
	"abstract": cAbstract, "quarter": cQuarter,
}

// A mark is a set of things that a language says of a word beside its class:
// lists for conditions, and the words of the grammar of numbers, ranges and
// tense. A word that only has marks is no part of a date.
type mark uint64

const (
	mHundred mark = 1 << iota
	mThousand
	mAnd
	mOf
	mCouple
	mDozen
	mHalf
	mOClock
	mGluedS
	mJoiner // may stand in a hyphenated word with a date: three-year-old
	mSpelled
	mContext
	mYearPrep
	mYearPrepSure
	mNotYearBefore
	mNotYearAfter
	mCirca
	mSeasonPrep
	mLengthPrep
	mBarePrep
	mAmount
	mMoney
	mNameMonth
	mTitle
	mOpener
	mRange
	mRangeAnd
	mRangeBetween
	mFutureModal
	mFutureCue
	mIntent
	mDeadline
	mBackground
	mHad
	mHabit
	mMayModal
	mPastPrep
	mSpeech
	mBegins
	mSport
	mEnded
	mSaid
	mLengthAfter
	mHours
)

var markNames = map[string]mark{
	"hundred": mHundred, "thousand": mThousand, "and": mAnd, "of": mOf, "couple": mCouple,
	"dozen": mDozen, "half": mHalf, "oclock": mOClock, "glued-s": mGluedS, "joiner": mJoiner,
	"context": mContext, "year-prep": mYearPrep, "year-prep-sure": mYearPrepSure,
	"not-year-before": mNotYearBefore, "not-year-after": mNotYearAfter, "circa": mCirca,
	"season-prep": mSeasonPrep, "length-prep": mLengthPrep, "bare-prep": mBarePrep,
	"amount": mAmount, "money": mMoney, "name-month": mNameMonth, "title": mTitle,
	"opener": mOpener, "range": mRange, "range-and": mRangeAnd, "range-between": mRangeBetween,
	"future-modal": mFutureModal, "future-cue": mFutureCue, "intent": mIntent, "deadline": mDeadline, "background": mBackground, "had": mHad, "habit": mHabit, "may-modal": mMayModal, "past-prep": mPastPrep, "speech": mSpeech, "begins": mBegins, "sport": mSport, "ended": mEnded, "said": mSaid, "length-after": mLengthAfter, "hours": mHours,
}

// A unit is a unit of calendar or clock time, coarser units being greater.
type unit int

const (
	uNone unit = iota
	uSecond
	uMinute
	uHour
	uDay
	uWeekend
	uWeek
	uFortnight
	uMonth
	uQuarter
	uHalf
	uSeason
	uYear
	uDecade
	uCentury
	uMillennium
)

// unitTable lists the units of time with the letter of their ISO 8601 duration
// and how many of that letter's unit they hold.
var unitTable = []struct {
	unit   unit
	name   string // in words.txt and rules.txt
	letter string
	factor int
}{
	{uSecond, "second", "TS", 1},
	{uMinute, "minute", "TM", 1},
	{uHour, "hour", "TH", 1},
	{uDay, "day", "D", 1},
	{uWeekend, "weekend", "D", 2},
	{uWeek, "week", "W", 1},
	{uFortnight, "fortnight", "W", 2},
	{uMonth, "month", "M", 1},
	{uQuarter, "quarter", "Q", 1},
	{uHalf, "half", "H", 1},
	{uYear, "year", "Y", 1},
	{uDecade, "decade", "Y", 10},
	{uCentury, "century", "Y", 100},
	{uMillennium, "millennium", "Y", 1000},
}

func unitNamed(name string) (unit, bool) {
	for _, row := range unitTable {
		if row.name == name {
			return row.unit, true
		}
	}
	return uNone, false
}
