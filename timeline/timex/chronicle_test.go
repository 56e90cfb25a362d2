package timex_test

import (
	"testing"

	"github.com/causeline/causeline/timeline/english"
	"github.com/causeline/causeline/timeline/nlp"
	"github.com/causeline/causeline/timeline/timex"
)

// TestChronicleClock: histories, each of which tells three dates of its own at
// least, and what the dates without a year mean in them.
func TestChronicleClock(t *testing.T) {
	const war = "The war of the isles began on 8 February 1904 and ended on 17 January 1906. They had been at peace since 1868."
	for _, c := range []struct{ text, phrase, value string }{
		// The opening paragraph sums up; behind it the story begins anew.
		{"The siege of the port began on 3 May 1643 and ended on 9 April 1644, in the war of 1638.\n\nIn June the army came.", "June", "1643-06"},
		{"The port fell on 3 May 1643, and the town on 9 April 1644, in the war of 1638.\n\nIn June the army came.", "June", "1643-06"},
		{"The mouth of the river had been charted in March 1831. In October 1884 Fenn set out, and in May 1885 he was back.\n\nOn 4 November he reached the falls.", "4 November", "1884-11-04"},
		// So does a sentence that tells the beginning and the end.
		{"The town was sold in May 1638 and in June 1640.\n\nThe siege began on 3 May 1643 and ended on 9 April 1644. In June the guns came.", "June", "1643-06"},
		// And a section, where its first date does, even one that looks back.
		{war + "\n\nOn 5 May 1905 the fort fell.\n\nThe war at sea\n\nThe navy had sailed on 10 March 1904. In April it came back.", "April", "1904-04"},
		// A day told before with its year.
		{"The treaty was signed on 8 February 1904 and torn up on 17 January 1906. They had been at peace since 1868. On 8 February ships came.", "8 February", "1904-02-08"},
		{war + " On 8 February ships came.", "8 February", "1904-02-08"},
		// The past perfect looks back and leaves the clock where it is.
		{"On 13 March 1904 the ship was hit. It had been built in the spring of 1903 and launched in June 1903. In April it sank.", "April", "1904-04"},
		// So do "since", and years far off.
		{"On 13 March 1904 the town fell. Its walls, standing since 1811, were razed in May 1904. A stone found in 1957 names the dead. In July it was sold.", "July", "1904-07"},
		// So do plans and asides.
		{war + " On 3 May 1904 the fort fell. A vote will be held in 1910. In July it was sold.", "July", "1904-07"},
		{war + " On 3 May 1904 the fort, built in June 1901, fell. In July it was sold.", "July", "1904-07"},
		// What had been before the story is of the time before it.
		{war + " On 3 January 1905 the fort fell. It had been built in May.", "May", "1904-05"},
		{war + " On 3 January 1905 the fort fell. It had been built in May. In September it was sold.", "September", "1905-09"},
		{war + " On 3 May 1904 the fort fell to men who had last fought in the forties.", "the forties", "184"},
		// "That year" names the year of the story, which stays in its month.
		{"On 3 November 1643 the army came, as in 1638 and in 1640. That year bread was dear. In January it snowed.", "January", "1644-01"},
		// From autumn to the next year, and back in it.
		{war + " On 5 November 1904 the fort fell. By March the army was gone.", "March", "1905-03"},
		{war + " On 5 November 1904 the fort fell. It had been built in August.", "August", "1904-08"},
		{war + " On 5 January 1905 the fort fell. In December it had been built.", "December", "1904-12"},
		// Days of the month, and of the next.
		{war + " On 26 October 1904 the fort fell. On the 3rd the guns went silent.", "the 3rd", "1904-11-03"},
		{war + " On 26 October 1904 the fort fell. On the 28th the guns went silent.", "the 28th", "1904-10-28"},
		// What is counted from a day is not counted from one that the story has left.
		{war + " On 3 May 1904 the fort fell. In June nothing moved. Three weeks later the guns went silent.", "Three weeks later", "XXXX-WXX"},
		{war + " On 3 May 1904 the fort fell. Three days later the guns went silent.", "Three days later", "1904-05-06"},
		{war + " On 5 May 1904 the fort fell. He knew nothing until August 1904. A month later he left.", "A month later", "1904-09"},
		{war + " On 26 October 1904 the fort fell. Two weeks later the guns went silent. On the 12th it was sold.", "the 12th", "1904-11-12"},
		// Seasons and months that follow.
		{war + " On 3 December 1904 the fort fell. That winter many died.", "That winter", "1904-WI"},
		{war + " On 3 December 1904 the fort fell. The following March they left.", "The following March", "1905-03"},
		{war + " On 3 December 1904 the fort fell. The previous autumn it had been sold.", "The previous autumn", "1904-FA"},
		// Weekdays and feasts of the story.
		{war + " On 3 December 1904 the fort fell. On Monday the guns went silent.", "Monday", "1904-12-05"},
		{war + " On 3 December 1904 the fort fell. At Christmas the guns went silent.", "Christmas", "1904-12-25"},
		// Times of the day just told.
		{war + " On 3 May 1904 the fort fell. At 10:30 a.m. the guns went silent.", "10:30 a.m.", "1904-05-03T10:30"},
		{war + " On 3 May 1904 the fort fell. In the evening the guns went silent.", "the evening", "1904-05-03TEV"},
		// Years BC go on without their era.
		{"The war broke out in 218 BC and ended in 202 BC, after that of 241 BC. In 214 the town fell.", "214", "BC0214"},
		// The end of what the story is in.
		{war + " On 3 May 1904 the fort fell. At the end of the month the guns went silent.", "the end of the month", "1904-05"},
		{war + " In 1904 the fort fell. The next year it was sold.", "The next year", "1905"},
	} {
		got := find(c.text, docDay)
		value := ""
		for _, x := range got {
			if c.text[x.Start:x.End] == c.phrase {
				value = x.Value // the last
			}
		}
		if value != c.value {
			t.Errorf("%s\n%q: want %s, got%s", c.text, c.phrase, c.value, show(c.text, got))
		}
	}
}

// TestNoChronicle: a few years long past, or one day of the news in the first
// sentence, make no chronicle.
func TestNoChronicle(t *testing.T) {
	const quoted = "\"We remember,\" he said. It was built on 3 May 1931, sold on 4 June 1942 and closed in July 1958, the mayor said. "
	for _, c := range []struct{ text, phrase, value string }{
		{"The pact was signed in 1949, widened in 1955 and again in 1999. On March 12 three states joined.", "March 12", "2024-03-12"},
		{quoted + "On March 12 it was opened again, she said.", "March 12", "2024-03-12"},
		{"He died on Tuesday. He was born on 3 May 1931, went to sea in June 1948, wed in June 1952, sailed round the world in May 1953, in May 1958, in May 1961, in May 1962, in May 1963, in May 1964, in May 1965 and in May 1966. On March 12 he was honoured.", "March 12", "2024-03-12"},
	} {
		checkPhrase(t, c.text, docDay, c.phrase, c.value, timex.Anchored)
	}
}

// TestMetaIsNoNews: a line about the text, such as when it was last changed,
// makes no news of a history.
func TestMetaIsNoNews(t *testing.T) {
	const text = "Updated 10 June 2024.\n\nThe fort was built in 1811. On 4 May 1812 it fell. In July it was sold, and in May 1815 it was razed."
	sents := english.Split(text, nil)
	for i := range sents {
		if sents[i].Block == 0 {
			sents[i].Kind = nlp.Meta
		}
	}
	found := timex.Read(text, sents, timex.Context{DocDate: docDay, Tag: english.Tag})
	july := found.Timexes[3][0]
	if !found.Chronicle || text[july.Start:july.End] != "July" || july.Value != "1812-07" {
		t.Errorf("chronicle %v, got%s", found.Chronicle, show(text, found.Timexes[3]))
	}
}
