package timex

// holidayRules read the names of days that the news uses as dates.
var holidayRules = []rule{}
