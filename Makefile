# causeline: everything a developer types. Needs Go (go.mod names the version)
# and make; only test-browser needs more, and says so.
#
# Works with GNU make from 3.81 on, which is what macOS ships.

GO       ?= go
BIN      ?= bin
OUT      ?= out
FUZZTIME ?= 10s
CORPORA  ?= ../shared/corpora

# Where bench-peers finds what is not in PATH: -viz-dir FOLDER -d2 PROGRAM ...
PEERS    ?=

# The programs that check the code are pinned in a module of their own.
TOOL = $(GO) tool -modfile=tools/go.mod

# Folders that are modules of their own, which ./... leaves out.
NESTED = render/browser

PLATFORMS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64

.PHONY: help build install run gallery changes test test-browser lint bench bench-peers cover cross golden fuzz train eval-english eval-dates eval-causes eval-events eval-merging clean

help: ## list these targets
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r name words; do printf '  %-13s %s\n' "$$name" "$$words"; done

build: ## compile bin/causeline and bin/causeline-layout
	@mkdir -p $(BIN)
	$(GO) build -o $(BIN)/ ./cmd/causeline ./cmd/causeline-layout

install: ## compile and install both programs where Go installs to
	$(GO) install ./cmd/...

run: build ## draw the sample stories into out/
	$(BIN)/causeline build seeds/anchorage -o $(OUT)/anchorage
	$(BIN)/causeline build seeds/ever-given -o $(OUT)/ever-given
	$(BIN)/causeline build seeds/by-hand -o $(OUT)/by-hand
	@echo
	@echo "Open one of these in a browser:"
	@echo "  $(OUT)/anchorage/index.html"
	@echo "  $(OUT)/ever-given/index.html"
	@echo "  $(OUT)/by-hand/index.html"

gallery: build ## draw stories that are hard to draw into bin/gallery, to be looked at
	@rm -rf $(BIN)/gallery
	$(GO) run ./render/gallery/cmd -layout $(BIN)/causeline-layout -o $(BIN)/gallery

changes: ## show golden pictures and samples that differ from git HEAD, in bin/changes.html
	$(GO) run ./render/gallery/changes -o $(BIN)/changes.html

test: ## vet and test everything but the browser
	$(GO) vet ./...
	$(GO) test ./...

test-browser: ## measure the gallery, and what is in out/, in Chromium (needs rsvg-convert and pdftotext, too)
	cd render/browser && $(GO) vet ./... && $(GO) test -count=1 ./...

lint: ## gofmt, vet and staticcheck; nothing may be reported
	@files=`gofmt -l .`; if [ -n "$$files" ]; then \
		echo "gofmt -w is needed for:"; echo "$$files"; exit 1; fi
	$(GO) vet ./...
	$(TOOL) staticcheck ./...
	@for m in $(NESTED); do \
		echo "$(GO) vet, staticcheck in $$m"; \
		(cd $$m && $(GO) vet ./... && $(GO) tool -modfile=../../tools/go.mod staticcheck ./...) || exit 1; \
	done

bench: ## run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

bench-peers: build ## compare causal diagrams with dot, Viz.js and d2; installs nothing, PEERS says where they are
	@$(GO) run ./render/peers -causeline $(BIN)/causeline $(PEERS)

cover: ## test coverage, in coverage.out and summed up on the screen
	$(GO) test -coverprofile=coverage.out ./...
	$(GO) tool cover -func=coverage.out | tail -n 1

cross: ## compile for every supported system, keeping nothing
	@for p in $(PLATFORMS); do \
		echo "CGO_ENABLED=0 GOOS=$${p%/*} GOARCH=$${p#*/} $(GO) build ./cmd/..."; \
		CGO_ENABLED=0 GOOS=$${p%/*} GOARCH=$${p#*/} $(GO) build -o /dev/null ./cmd/... || exit 1; \
	done

golden: ## accept what the packages print now as their golden files
	@for p in `grep -rlE --include='*_test.go' 'flag\.Bool(Var)?\(.*"update"' cmd graph render seeds timeline | xargs -n 1 dirname | sort -u`; do \
		echo "$(GO) test ./$$p -update"; $(GO) test ./$$p -update || exit 1; \
	done
	@git status --short -- '*/testdata/*' 2>/dev/null || true

fuzz: ## run each fuzz target for FUZZTIME (10s)
	@grep -rE --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*\(' cmd graph render seeds timeline | sort | \
		sed 's/^\(.*\)\/[^/]*:func \(Fuzz[A-Za-z0-9_]*\)(.*/\1 \2/' | \
		while read -r pkg name; do \
			echo "$(GO) test ./$$pkg -fuzz ^$$name\$$ -fuzztime $(FUZZTIME)"; \
			$(GO) test ./$$pkg -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) </dev/null || exit 1; \
		done

train: ## train the models of English anew from $(CORPORA)/treebank
	$(GO) run ./timeline/english/train -corpora $(CORPORA)/treebank -o timeline/english
	$(GO) run ./timeline/names/train -corpora $(CORPORA)/treebank -o timeline/names/spot/model.bin.gz

eval-english: ## measure English on the treebanks in $(CORPORA)/treebank
	$(GO) run ./timeline/english/train -corpora $(CORPORA)/treebank -eval
	$(GO) run ./timeline/english/segment/eval $(CORPORA)/treebank/gum-dev.conllu $(CORPORA)/treebank/gum-test.conllu
	$(GO) run ./timeline/names/train -corpora $(CORPORA)/treebank -eval gum-dev,gum-test

eval-dates: ## measure date expressions on the corpora in $(CORPORA)/dates
	$(GO) run ./timeline/timex/eval/cmd -corpora $(CORPORA)/dates

eval-causes: ## measure stated causes on the corpora in $(CORPORA)/causes
	$(GO) run ./timeline/causes/eval/cmd -corpora $(CORPORA)/causes

eval-events: ## measure what is read out of reports on the corpora in $(CORPORA)/stories
	$(GO) run ./timeline/eval/cmd -corpora $(CORPORA)

eval-merging: ## measure merging on the corpora in $(CORPORA)
	$(GO) run ./timeline/merge/eval/cmd -corpora $(CORPORA)

clean: ## remove what was built; out/ and caches stay
	rm -rf $(BIN) coverage.out
