package lexicon

import "sync"

// An OrgInfo describes an organisation.
type OrgInfo struct {
	Name    string
	Kind    OrgKind
	Aliases []string
}

// Media reports whether the organisation publishes news. Its name in a report
// is far more often the source than an actor.
func (o OrgInfo) Media() bool { return o.Kind == OrgMedia }

// OrgKind says what sort of organisation a name stands for.
type OrgKind string

// The kinds of organisation.
const (
	OrgIntergovernmental OrgKind = "igo"
	OrgCourt             OrgKind = "court"
	OrgBank              OrgKind = "bank"
	OrgGovernment        OrgKind = "government" // parliament, ministry, agency
	OrgMilitary          OrgKind = "military"   // also armed groups
	OrgParty             OrgKind = "party"
	OrgNGO               OrgKind = "ngo"
	OrgSport             OrgKind = "sport"
	OrgCompany           OrgKind = "company"
	OrgMedia             OrgKind = "media"
)

type orgTable struct {
	rows  []OrgInfo
	index phraseIndex
}

var orgs = sync.OnceValue(func() *orgTable {
	t := &orgTable{}
	for _, row := range mustTable("orgs.tsv", 3) {
		t.rows = append(t.rows, OrgInfo{Name: row[0], Kind: OrgKind(row[1]), Aliases: list(row[2])})
	}
	for i, o := range t.rows {
		t.index.addName(o.Name, i)
	}
	for i, o := range t.rows {
		for _, alias := range o.Aliases {
			t.index.addName(alias, i)
		}
	}
	return t
})

// Org finds an organisation by its name or an alias.
func Org(name string) (OrgInfo, bool) {
	t := orgs()
	row, ok := t.index.exact(name)
	if !ok {
		return OrgInfo{}, false
	}
	return t.rows[row], true
}

// MatchOrg finds the longest name of an organisation that the tokens begin
// with and gives the number of its tokens, 0 where there is none.
func MatchOrg(tokens []string) (int, OrgInfo) {
	t := orgs()
	n, row := t.index.match(tokens)
	if n == 0 {
		return 0, OrgInfo{}
	}
	return n, t.rows[row]
}
