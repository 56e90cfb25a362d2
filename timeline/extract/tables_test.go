package extract

import "testing"

// An example is a text and what is read from it.
type example struct{ text, want string }

// check compares what is read from reports of a Friday in June 2024.
func check(t *testing.T, concern string, examples []example) {
	t.Helper()
	for _, c := range examples {
		if got := show(report(c.text, friday), concern); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestTriggers: which words are events.
func TestTriggers(t *testing.T) {
	check(t, "triggers", []example{
		// nouns and verbs
		{"A fire destroyed the library in Turku on 3 June.", "fire; destroyed"},
		{"The mayor resigned on Monday after auditors found missing funds.", "resigned"},
		{"The two firms merged in 2012.", "merged"},
		{"Kofi Osei was killed by rebels in 1998.", "killed"},
		{"Protesters blocked the port on 23 March.", "blocked"},
		{"Heavy rain on Monday forced the closure of the airport.", "closure"},
		{"The \"iron lady\" of Fiji resigned on Friday.", "resigned"},
		{"A ferry sank off Crete.", "sank"},
		// not one for each date, sentence or stem
		{"The weather was fine in 2019.", ""},
		{"The figures for May 2020 are on page three.", ""},
		{"It was Tuesday.", ""},
		{"The council has had a website since 2015.", ""},
		{"He flew home.", ""},
		{"The march of time is slow.", ""},
		{"Toyota cut 3,000 jobs in Derby on Friday.", "cut"},
		{"Firefighters like the firing range.", ""},
		// speech
		{"\"We bought the firm on Friday,\" Ola Nordmann said.", ""},
		{"Ola Nordmann said: \"Torres resigned on Friday.\"", ""},
		{"\"We tried. We bought the firm on Friday. We lost,\" Ola Nordmann said.", ""},
		{"Ana Torres told the BBC on Monday that the firm had bought a mine in Chile in 2018.", "bought"},
	})
}

// TestDates: the date of each event and where it comes from.
func TestDates(t *testing.T) {
	check(t, "dates", []example{
		// in the noun phrase
		{"The 2011 uprising in Tunisia toppled the government.", "uprising 2011; toppled 2011 context"},
		{"The merger of June 2020 was illegal.", "merger 2020-06"},
		// after it, over several phrases
		{"The siege of Candia in 1669 ruined the town.", "siege 1669; ruined 1669 context"},
		{"The invasion of Kuwait by Iraq in August 1990 led to a war.", "invasion 1990-08; war"},
		{"The sale of Alaska by Russia to the United States in 1867 was cheap.", "sale 1867"},
		// of the verb
		{"The company opened a plant in Lagos in 2019 and closed its mill in Accra in 2021.", "opened 2019; closed 2021"},
		{"Ana Torres beat Rui Costa on Sunday.", "beat 2024-06-09"},
		{"The ferry left Patras at 18:30 on Monday.", "left 2024-06-10T18:30"},
		{"The court sentenced Rui Costa to six years on Monday and freed Ana Torres on Tuesday.", "sentenced 2024-06-10; freed 2024-06-11"},
		{"Kofi Osei was elected president in 2012 and re-elected in 2016.", "elected 2012; re-elected 2016"},
		{"Nikola Motors agreed to buy Northern Trust Bank on Friday.", "agreed 2024-06-14"},
		{"Workers went on strike at the port of Santos, Brazil, on Monday.", "went on strike 2024-06-10"},
		{"Lee's lawyer appealed against the verdict on Friday.", "appealed 2024-06-14; verdict"},
		{"The jury found the banker guilty of fraud on Friday.", "found 2024-06-14"},
		{"An attempt to free the ship on Friday failed.", "failed 2024-06-14"},
		// fronted
		{"On 3 May, Ann Lee resigned.", "resigned 2024-05-03"},
		{"On 3 May Ann Lee resigned.", "resigned 2024-05-03"},
		{"On Tuesday evening, thousands protested in Tbilisi.", "protested 2024-06-11"},
		{"In Lima on Monday, Peru and Chile signed a treaty.", "signed 2024-06-10; treaty"},
		// between subject and verb
		{"The bank on Monday sold its branches in Spain.", "sold 2024-06-10"},
		// when clauses and relative clauses
		{"In March 1990, when the army left Windhoek, thousands danced.", "left 1990-03"},
		{"The invasion, which began on 3 March 2011, lasted ten days.", "invasion 2011-03-03"},
		{"The summit, planned for July, was called off.", "summit 2024-07"},
		{"Kenya's parliament, which had passed the law in 2019, repealed it on Monday.", "passed 2019; law 2019; repealed 2024-06-10"},
		// a subject and its verb share a date
		{"A fire destroyed the library in Turku on 3 June.", "fire 2024-06-03; destroyed 2024-06-03"},
		{"The earthquake struck Nepal on 25 April 2015.", "earthquake 2015-04-25; struck 2015-04-25"},
		{"The Geneva talks ended on Monday.", "talks 2024-06-10"},
		{"The 1998 election was won by Kofi Osei.", "election 1998; won 1998 context"},
		// bound: they limit a time and date nothing
		{"The plant has been closed since 2008.", "closed"},
		{"The tunnel will open by 2030.", "open"},
		{"The strike lasted until Friday, and Kofi Osei resigned on Thursday.", "strike; resigned 2024-06-13"},
		// a date of what is only wished for
		{"The club called for a meeting in July after Kofi Osei resigned on Monday.", "called for; resigned 2024-06-10"},
		{"Police arrested the mayor on 20 November.", "arrested 2023-11-20"},
		{"Parliament approved the deal on Monday.", "approved 2024-06-10; deal"},
		{"The firms will complete the merger in 2025.", "complete 2025; merger 2025"},
		// an aside before the date, a date that belongs to the noun, a schedule
		{"Kenya joined the league, then called the Union, in 1973.", "joined 1973"},
		{"Ana Torres won a seat in the election of May 1997.", "won 1997-05; election 1997-05"},
		{"A presidential election is scheduled for 14 July.", "presidential election 2024-07-14"},
		{"The talks on a trade deal are due to begin in August.", "talks 2024-08"},
		// months and weekdays are no events
		{"On 23 March, the ship sank.", "sank 2024-03-23"},
	})
}

// TestStatus: what happened, is planned, was called off or is denied.
func TestStatus(t *testing.T) {
	check(t, "status", []example{
		{"The mayor opened the bridge on 10 June.", "opened happened"},
		{"The mayor will open the bridge on 20 June.", "open planned"},
		{"Kenya plans to launch a satellite in 2026.", "launch planned"},
		{"The lease is set to expire in February 2026.", "expire planned"},
		{"Ana Torres and Rui Costa will meet in Lisbon on Tuesday.", "meet planned"},
		{"The concert was cancelled on Monday.", "concert cancelled"},
		{"The planned lunch was cancelled.", "lunch cancelled"},
		{"The summit, planned for July, was called off.", "summit cancelled"},
		{"The president's visit, which had been planned for March, was postponed.", "visit planned"},
		{"The minister denied that police had beaten the man on Monday.", "beaten denied"},
		{"An alleged attack on Monday was denied by the army.", "attack denied"},
		{"The council postponed the vote until 20 June.", "vote planned"},
		// "added" is no announcement when it has an object
		{"The ferry company added three crossings on Monday.", "crossings happened"},
		// a past verb keeps its day behind the document's, not a year ahead
		{"Police arrested the mayor on 20 November.", "arrested happened"},
		// nothing
		{"The talks did not take place on Monday.", ""},
		{"There was no strike on Monday.", ""},
		{"No agreement was reached on Monday.", ""},
		{"Ana Torres met no one on Monday.", ""},
		{"The airline did not sell the plane on Monday.", ""},
		{"If the dam bursts on Monday, the town will flood.", ""},
		{"The union wants a strike in July.", ""},
		{"The court could overturn the ruling in July.", ""},
		{"The firm may close the plant in 2025.", ""},
		{"The army said it would not attack the town on Monday.", ""},
		{"The government should hold an election in 2025.", ""},
		{"Ana Torres hopes to meet Rui Costa in July.", ""},
		{"The bank expects a merger in 2025.", ""},
	})
}

// TestPeople: who does it, to whom, where.
func TestPeople(t *testing.T) {
	check(t, "people", []example{
		{"Toyota sold its plant in Turkey to Nikola Motors in 2019.", "sold by Toyota to Nikola Motors at Turkey"},
		{"Ana Torres beat Rui Costa on Sunday.", "beat by Ana Torres to Rui Costa"},
		{"France invaded Russia in 1812.", "invaded by France to Russia"},
		{"Russia's invasion of Finland in 1939 failed.", "invasion by Russia to Finland; failed by Russia"},
		{"The sale of Alaska by Russia to the United States in 1867 was cheap.", "sale by Russia to Alaska"},
		{"Talks between Peru and Chile ended on Monday.", "Talks by Peru+Chile"},
		{"Ghana and Togo, which fought a war in 1963, opened a border post on Monday.", "fought by Ghana+Togo; war; opened by Ghana+Togo"},
		{"Ottawa protested on Monday.", "protested by Canada"},
		// passive
		{"Kofi Osei was killed by rebels in 1998.", "killed to Kofi Osei"},
		{"Rui Costa was beaten by Ana Torres on Sunday.", "beaten by Ana Torres to Rui Costa"},
		// pronouns
		{"Ana Torres won the election on Sunday. She resigned on Tuesday.", "won the election by Ana Torres; resigned by Ana Torres"},
		{"Ana Torres arrived in Lisbon on Monday. Rui Costa greeted her on Tuesday.", "arrived by Ana Torres at Lisbon; greeted by Rui Costa to Ana Torres"},
		{"Ana Torres resigned on 3 May 2019. Her resignation shocked the party.", "resigned by Ana Torres; resignation by Ana Torres"},
		{"William Ruto and Yoweri Museveni spoke on Monday. The two presidents signed a treaty on Tuesday.", "signed by William Ruto+Yoweri Museveni; treaty by William Ruto+Yoweri Museveni"},
		{"William Ruto met Yoweri Museveni on Monday. They signed a treaty on Tuesday.", "met by William Ruto to Yoweri Museveni; signed by William Ruto+Yoweri Museveni; treaty by William Ruto+Yoweri Museveni"},
		// places
		{"A bomb exploded near the station in Jakarta on Monday.", "exploded at Jakarta"},
		{"Chile's navy seized a trawler off Chiloé Island on Monday.", "seized by Chile at Chiloé Island"},
		{"The Geneva talks ended on Monday.", "talks at Geneva"},
		{"In Lima on Monday, Peru and Chile signed a treaty.", "signed by Peru+Chile at Lima; treaty by Peru+Chile"},
		{"The ferry left Patras at 18:30 on Monday.", "left at Patras"},
	})
}

// TestChains: which mentions are one event.
func TestChains(t *testing.T) {
	check(t, "chains", []example{
		{"Ana Torres met Rui Costa in Lisbon on Monday. The meeting lasted two hours.", "met #0; meeting #0"},
		{"Ana Torres met Rui Costa in Lisbon on Monday. Ana Torres met Kofi Osei in Lisbon on Monday.", "met #0; met #1"},
		{"Kenya and Uganda signed a treaty in Nairobi on Monday. The treaty ends a dispute. A second treaty was signed in Kampala on Tuesday.", "signed #0; treaty #0; treaty #0; treaty #1; signed #1"},
		{"Ghana held an election on Monday. The vote was peaceful.", "election #0; vote #0"},
		{"A fire destroyed a mill in Turku on Monday. The fire killed two workers. A fire in Tampere in 2019 killed three.", "fire #0; destroyed #0; fire #0; fire #1; killed #1"},
		{"A cyclone struck Mozambique on 14 March 2019. The cyclone killed 600 people.", "cyclone #0; struck #0; cyclone #0"},
		{"Ana Torres resigned on 3 May 2019. Her resignation shocked the party.", "resigned #0; resignation #0"},
		{"The summit in Lima on Monday was short. The summit in Quito in 2019 was long.", "summit #0; summit #1"},
	})
}

// TestTitles: in the manner of headlines.
func TestTitles(t *testing.T) {
	check(t, "titles", []example{
		{"In a surprise move, the central bank raised its interest rate to 5.5% on Thursday.", "Central bank raises interest rate to 5.5%"},
		{"The company, which makes tyres, bought a rival for $3 billion on Friday.", "Company buys rival for $3 billion"},
		{"The two men were sentenced to 12 years in prison on Friday.", "Two men sentenced to 12 years in prison"},
		{"On Friday, hundreds of thousands of people marched through the centre of Santiago against the government's plan to raise the price of water.", "Hundreds of thousands of people march"},
		{"The carmaker's chief executive, Ola Nordmann, stepped down on Friday.", "Nordmann steps down"},
		{"Nikola Motors agreed to buy Northern Trust Bank on Friday.", "Nikola Motors agrees to buy Northern Trust Bank"},
		{"The United States beat Ghana 2-1 on Friday.", "US beats Ghana 2-1"},
		{"The storm sank a ferry, two boats and a barge on Friday.", "Storm; Storm sinks ferry, two boats and barge"},
		{"Prime Minister Ana Torres opened the bridge near Halden on Friday.", "Torres opens bridge near Halden"},
		{"William Ruto and Yoweri Museveni held a summit in Nairobi on Monday.", "Ruto and Museveni hold summit in Nairobi"},
		{"The invasion of Kuwait by Iraq in August 1990 led to a war.", "Iraq invades Kuwait; War"},
		{"The club's 2-1 victory over Porto on Saturday ended a long wait.", "Club’s 2-1 victory over Porto"},
		{"Workers went on strike at the port of Santos, Brazil, on Monday.", "Workers go on strike at port of Santos"},
		{"The club called for a meeting after Kofi Osei resigned on Monday.", "Osei resigns"},
		{"The 1998 election was won by Kofi Osei.", "1998 election; Election won by Osei"},
		{"Kenya plans to launch a satellite in 2026.", "Kenya to launch satellite"},
		{"The concert was cancelled on Monday.", "Concert cancelled"},
		{"He was sentenced on Friday.", ""},
		{"Ana Torres won the election on Sunday. She resigned on Tuesday.", "Torres wins election; Torres resigns"},
	})
}
