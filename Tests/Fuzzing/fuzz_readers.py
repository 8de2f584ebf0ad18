#!/usr/bin/env python3
"""Has libFuzzer look for bytes that a reader cannot bear.

Usage: fuzz_readers.py LIANTU PROGRAM DATASET FOLDER SECONDS [READER...]

PROGRAM is LiantuFuzz; each reader gets SECONDS. It begins with small sound files, some of which LIANTU
writes from DATASET, and goes on with what FOLDER/corpus holds of earlier runs. What it finds lies in
FOLDER/found: run `LIANTU_READER=xml PROGRAM FILE` to see it again.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

TEXTS = {
    "csv": ["企业名称,代码\n甲,1\n\"乙,\"\"丙\",2\n", "a;b\r\n1;2\r\n", "id:ID,:LABEL,name\nn1,segment,a\n"],
    "json": [
        '{"nodes":[{"id":"a","label":"字"}],"links":[{"source":"a","target":0}]}',
        '{"graph":{"nodes":{"a":{"label":"\\ud83d\\ude00"}},"edges":[]}}',
        '{"type":"node","id":"0","labels":["A"],"properties":{"x":[1.5e3,null]}}\n',
    ],
    "xml": [
        '<graphml><key id="a"/><graph><node id="b"><data key="a">字</data></node></graph></graphml>',
        '<?xml version="1.0"?><gexf><graph><nodes><node id="1" label="x"/></nodes><edges>'
        '<edge source="1" target="1"/></edges></graph></gexf>',
    ],
    "query": ["上游(甲, 2) & kind(企业, 项目) - gaps()", "let x = a in where(x, 规模 >= 20 万千瓦 and not 有(b))"],
    "theme": ["fonts: [sans-serif]\nsizes: {title: 18}\npalette: {page: \"#ffffff\"}\n"],
    "mapping": ["title: x\ndate: 2024-05-01\nentities:\n  firm:\n    kind: enterprise\n    keys: [名称]\n"],
    "policy": ["一、任务\n（一）攻关。到2027年，培育企业200家以上。（牵头单位：市工信局；责任单位：市科技局等）\n"],
    "html": ["<html><body><p>一、任务。</p><table><tr><td>&#12290;</td></tr></table></body></html>"],
}
EXPORTS = {
    "workbook": (["export", "workbook"], "x.xlsx"),
    "docx": (["export", "workbook"], "x.xlsx"),
    "snapshot": (["snapshot"], "x.liantu"),
    "xml": (["export", "graphml"], "x.graphml"),
    "json": (["export", "jsongraph"], "x.json"),
}
READERS = ["csv", "json", "xml", "query", "theme", "mapping", "policy", "docx", "html", "workbook", "snapshot"]


def seed(liantu, dataset, reader, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(TEXTS.get(reader, [])):
        (folder / f"text-{number}").write_text(text, encoding="utf-8")
    if reader in EXPORTS:
        words, name = EXPORTS[reader]
        subprocess.run(
            [liantu, *words, "--dataset", dataset, "-o", str(folder / name)],
            check=True, stdout=subprocess.DEVNULL,
        )


def main():
    if len(sys.argv) < 6:
        sys.exit(__doc__)
    liantu, program, dataset, folder = (os.path.abspath(word) for word in sys.argv[1:5])
    seconds, readers = sys.argv[5], sys.argv[6:] or READERS
    found = []
    for reader in readers:
        corpus, seeds, crashes = (Path(folder) / name / reader for name in ("corpus", "seeds", "found"))
        corpus.mkdir(parents=True, exist_ok=True)
        crashes.mkdir(parents=True, exist_ok=True)
        seed(liantu, dataset, reader, seeds)
        outcome = subprocess.run(
            [program, f"-max_total_time={seconds}", "-max_len=65536", "-timeout=20",
             "-rss_limit_mb=2048", "-print_final_stats=1", f"-artifact_prefix={crashes}/",
             str(corpus), str(seeds)],
            env=os.environ | {
                "LIANTU_READER": reader,
                # What lives as long as the program is no leak.
                "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1",
            },
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            timeout=int(seconds) + 600,
        )
        runs = re.search(r"number_of_executed_units: (\d+)", outcome.stdout)
        edges = re.findall(r"cov: (\d+)", outcome.stdout)
        print(f"{reader}: {runs[1] if runs else '?'} inputs, {edges[-1] if edges else '?'} places reached",
              flush=True)
        if outcome.returncode != 0:
            print(outcome.stdout[-4000:])
            found.append(reader)
    if found:
        sys.exit(f"found something in: {', '.join(found)}; the inputs lie in {folder}/found")


if __name__ == "__main__":
    main()
