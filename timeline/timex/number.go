package timex

// joinNumbers joins number words: "twenty four", "a hundred and ten",
// "nineteen ninety-seven", "a couple of", "two and a half". It works in place.
func joinNumbers(items []item) []item {
	out := items[:0]
	for i := 0; i < len(items); {
		it, n := readNumber(items[i:])
		if n == 0 {
			out = append(out, items[i])
			i++
			continue
		}
		out = append(out, it)
		i += n
	}
	return out
}

// readNumber reads a number of several items at the start of items and says
// how many it took; 0 when there is none worth joining.
func readNumber(items []item) (item, int) {
	if it, n := readCouple(items); n > 0 {
		return it, n
	}
	if it, n := readSpelledOrdinal(items); n > 0 {
		return it, n
	}
	it := items[0]
	i, ok := 0, false
	var total, group int
	switch {
	case it.class&cArt != 0 && len(items) > 1 && isMultiplier(items[1]):
		group, i, ok = 1, 1, true
	case it.class&cNum != 0 && it.class&cYear == 0:
		group, i, ok = it.n, 1, true
	}
	if !ok {
		return it, 0
	}
	spelled := it.class&cDay == 0 // twelve, not 12
	year := false
	for i < len(items) {
		next := items[i]
		if next.class&cNum == 0 {
			if next.marks&mAnd == 0 || i+1 >= len(items) || group%100 != 0 || group == 0 || total+group < 100 ||
				items[i+1].class&cNum == 0 || items[i+1].n >= 100 {
				break
			}
			next = items[i+1]
			i++
		}
		switch {
		case next.marks&mHundred != 0 && group < 100:
			group *= 100
		case next.marks&mThousand != 0 && total == 0 && group < 1000:
			total, group = group*1000, 0
		case spelled && isWord(next) && group%100 == 0 && next.n < 100:
			group += next.n
		case spelled && isWord(next) && group%100 >= 20 && group%10 == 0 && next.n > 0 && next.n < 10:
			group += next.n
		case spelled && isWord(next) && total == 0 && group >= 11 && group <= 20 && next.n >= 10 && next.n < 100:
			group, year = group*100+next.n, true
		default:
			return finishNumber(items, i, total+group, year)
		}
		i++
	}
	return finishNumber(items, i, total+group, year)
}

// finishNumber makes one item of the first n, with "and a half" if it follows.
func finishNumber(items []item, n, value int, year bool) (item, int) {
	it := items[0]
	half := n+2 < len(items) && items[n].marks&mAnd != 0 && (items[n+1].class&cArt != 0 || items[n+1].n == 1 && isWord(items[n+1])) && items[n+2].marks&mHalf != 0
	if half {
		n += 3
	} else if n+1 < len(items) && items[n].n == 1 && items[n].class&cDay != 0 && items[n+1].n == 2 && items[n+1].hyphen {
		half, n = true, n+2 // 2 1/2
	}
	if n == 1 {
		return it, 0
	}
	it.end = items[n-1].end
	it.class, it.n, it.half, it.lower = cNum, value, half, ""
	if year && value <= maxYear {
		it.class |= cYear
	}
	return it, n
}

// readCouple reads "a couple of", "a dozen" and "couple".
func readCouple(items []item) (item, int) {
	it, n := items[0], 0
	if it.class&cArt != 0 && len(items) > 1 {
		n = 1
	}
	count := 0
	switch {
	case items[n].marks&mCouple != 0:
		count = 2
	case items[n].marks&mDozen != 0:
		count = 12
	default:
		return it, 0
	}
	end := n + 1
	if end < len(items) && items[end].marks&mOf != 0 {
		end++
	}
	it.end = items[end-1].end
	it.class, it.n, it.value, it.lower = cNum, count, "", ""
	if count == 2 {
		it.value = ModApprox
	}
	return it, end
}

func isMultiplier(it item) bool { return it.marks&(mHundred|mThousand) != 0 }

// isWord tells "twelve" from "12".
func isWord(it item) bool { return it.marks&mSpelled != 0 }

// joinShortYears joins the apostrophe and the digits of '98 where the tokens
// keep them apart. It works in place.
func joinShortYears(items []item) []item {
	out := items[:0]
	for i := 0; i < len(items); i++ {
		it := items[i]
		if it.lower == "'" && !it.glued && i+1 < len(items) && items[i+1].glued &&
			items[i+1].class&cNum != 0 && items[i+1].end-items[i+1].start == 2 {
			it.end, it.n, it.class = items[i+1].end, items[i+1].n, cYear2
			it.lower = ""
			i++
		}
		out = append(out, it)
	}
	return out
}

// readSpelledOrdinal reads "twenty-first".
func readSpelledOrdinal(items []item) (item, int) {
	it := items[0]
	if len(items) < 2 || !isWord(it) || it.n < 20 || it.n > 90 || it.n%10 != 0 ||
		items[1].class&cOrd == 0 || items[1].class&cDay != 0 || items[1].n < 1 || items[1].n > 9 {
		return it, 0
	}
	it.end, it.class, it.n, it.lower = items[1].end, cOrd, it.n+items[1].n, ""
	it.marks = 0
	return it, 2
}
