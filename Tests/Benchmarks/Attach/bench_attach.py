"""`liantu attach --stream` beside pyahocorasick and BM25 in Python, as a table in markdown.

bench_attach.py LIANTU [--firms N] [--words FOLDER] [--seed N] [--dataset FOLDER] [--scratch FOLDER]

LIANTU is the program, built for release. A register is made up from the seed: scopes of about 400
characters, in every form that phrases take. The words are this script's, or the lines of the text
files in FOLDER. The segments are made of some of the words, and written as a dataset for LIANTU
unless --dataset names one. All three run in one go, on the same machine in the same minute, each
in a process of its own; seconds, memory at the peak and ratios are printed. The peers do less:
they find words and rank segments, but hand on no verb, weigh no share and give no reason.

It needs pyahocorasick and rank-bm25 (pip install pyahocorasick rank-bm25). It ends with 1 where
LIANTU answers too few lines, answers in another order, or is over its bounds.
"""

import argparse
import importlib.util
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECONDS_FOR_100_000 = 5.0
MEGABYTES = 300
SEGMENTS = 300

FRONTS = "特种 新型 工业 船用 高压 智能 精密 复合 环保 液体 高纯 矿用 医用 农用 建筑 海洋".split()
THINGS = (
    "烧碱 液氯 盐酸 甲醇 尿素 复合肥 农药 涂料 树脂 塑料 橡胶 化纤 纱线 面料 服装 拉链 水泵 阀门 轴承 "
    "齿轮 电机 电缆 变压器 开关 锅炉 汽轮机 压缩机 起重机 机床 模具 铸件 锻件 钢材 铜材 铝材 锌锭 钼铁 "
    "电池 硅片 组件 风机 叶片 塔筒 船舶 螺旋桨 锚链 罐头 饲料 种子 水果 蔬菜 海参 扇贝 酱油 白酒 玻璃 "
    "陶瓷 水泥 砂石 木材 家具 纸箱 药品 试剂 软件 传感器 仪表 机器人 芯片 显示屏"
).split()
ENDS = ["", "材料", "设备", "制品", "配件", "总成", "中间体"]
FORMULA = "（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准）"


def words_of(folder):
    """The words that registers and segments are made of."""
    if folder is None:
        words = [front + thing + end for front in [""] + FRONTS for thing in THINGS for end in ENDS]
        return list(dict.fromkeys(words))
    lines = [line for path in sorted(Path(folder).iterdir()) if path.suffix == ".txt"
             for line in path.read_text("utf-8").splitlines()]
    return sorted({line.strip() for line in lines if line.strip()})


def scope(rng, words):
    """A business scope of about 400 characters."""
    parts, length = [rng.choice(["一般项目：", "许可项目："])], 0
    while length < 335:
        one, two, three = (rng.choice(words) for _ in range(3))
        part = rng.choice([
            f"{one}、{two}、{three}的销售；",
            f"{one}制造（不含危险化学品）；",
            f"生产、销售：{one}、{two}；",
            f"{one}研发、生产和销售，{two}技术服务；",
            f"{one}批发；",
            f"{one}进出口业务；",
            f"从事{one}、{two}的加工、维修；",
        ])
        parts.append(part)
        length += len(part)
    return "".join(parts) + FORMULA


def firm(rng, words, number):
    """A line of the register."""
    row = {"id": str(number), "name": f"{rng.choice(words)}{number}有限公司", "scope": scope(rng, words)}
    if number % 3 == 0:
        row["industryCode"] = str(rng.randint(1301, 4390))
    if number % 4 == 0:
        row["products"] = [{"name": rng.choice(words), "share": round(rng.random(), 2)}
                           for _ in range(rng.randint(1, 4))]
    return row


def segments_of(rng, words):
    """Segments, each a name and its terms."""
    chosen = rng.sample(words, min(len(words), SEGMENTS * 5))
    return [(chosen[at], chosen[at + 1:at + 5]) for at in range(0, len(chosen) - 4, 5)]


def write_dataset(folder, segments):
    """The segments as the two tables of a dataset."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["id:ID,:LABEL,name,terms:string[]"]
    rows += [f"segment:{name},segment,{name},{';'.join(terms)}" for name, terms in segments]
    (folder / "nodes.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (folder / "edges.csv").write_text(":START_ID,:END_ID,:TYPE\n", "utf-8")


def peer(name, register, segments, count):
    """One peer, in this process: proposals of five segments a firm."""
    words = [(word, number) for number, (first, terms) in enumerate(segments)
             for word in [first, *terms]]
    done = 0
    if name == "pyahocorasick":
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for word, number in words:
            automaton.add_word(word, (word, number))
        automaton.make_automaton()

        def propose(text):
            best = {}
            for _, (word, number) in automaton.iter_long(text):
                best[number] = max(best.get(number, 0), len(word))
            return sorted(best, key=lambda at: (-best[at], at))[:5]
    else:
        from rank_bm25 import BM25Okapi

        def grams(text):
            return list(text) + [text[at:at + 2] for at in range(len(text) - 1)]

        index = BM25Okapi([[gram for word in [first, *terms] for gram in grams(word)]
                           for first, terms in segments])

        def propose(text):
            scores = index.get_scores(grams(text))
            return sorted(range(len(scores)), key=lambda at: (-scores[at], at))[:5]

    with open(register, encoding="utf-8") as lines:
        for line in lines:
            if done == count:
                break
            row = json.loads(line)
            products = "；".join(item["name"] for item in row.get("products", []))
            answer = {"id": row["id"], "proposals": propose(products + "；" + row["scope"])}
            sys.stdout.write(json.dumps(answer) + "\n")
            done += 1


def run(command, given, taken):
    """Wall seconds, processor seconds and megabytes at the peak of one child."""
    started = time.perf_counter()
    with open(given, "rb") as source, open(taken, "wb") as target:
        child = subprocess.Popen(command, stdin=source, stdout=target)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    scale = 1e6 if sys.platform == "darwin" else 1e3
    if child.returncode != 0:
        sys.exit(f"{command[0]} ended with {child.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale


def check(answers, count):
    """What is wrong with LIANTU's answers, or None; and how many firms have proposals."""
    found = lines = 0
    with open(answers, encoding="utf-8") as source:
        for number, line in enumerate(source):
            answer = json.loads(line)
            if answer.get("id") != str(number):
                return f"line {number + 1} answers {answer.get('id')}", found
            found += bool(answer["proposals"])
            lines += 1
    return (None if lines == count else f"{lines} answers to {count} firms"), found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("liantu")
    parser.add_argument("--firms", type=int, default=100_000)
    parser.add_argument("--words")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dataset")
    parser.add_argument("--scratch")
    parser.add_argument("--bm25-firms", type=int, default=200, help="it is slow: so many alone")
    options = parser.parse_args()
    scratch = Path(options.scratch or tempfile.mkdtemp(prefix="bench-attach-"))
    scratch.mkdir(parents=True, exist_ok=True)
    rng = random.Random(options.seed)
    words = words_of(options.words)
    segments = segments_of(rng, words)
    dataset = Path(options.dataset) if options.dataset else scratch / "dataset"
    if not options.dataset:
        write_dataset(dataset, segments)
    (scratch / "segments.json").write_text(json.dumps(segments), "utf-8")
    register = scratch / "register.ndjson"
    with open(register, "w", encoding="utf-8") as target:
        for number in range(options.firms):
            target.write(json.dumps(firm(rng, words, number), ensure_ascii=False) + "\n")

    print(f"## {options.firms:,} firms, {register.stat().st_size / 1e6:.0f} MB, "
          f"{len(segments)} segments, {os.cpu_count()} cores\n")
    print("| program | firms | s | processor s | µs a firm | peak MB | to LIANTU |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    ours = None
    me = [sys.executable, __file__, "--peer"]
    rows = [("liantu attach --stream", options.firms,
             [options.liantu, "attach", "--stream", "--dataset", str(dataset)])]
    for name, count in [("pyahocorasick", options.firms),
                        ("rank_bm25", min(options.bm25_firms, options.firms))]:
        module = {"pyahocorasick": "ahocorasick"}.get(name, name)
        if importlib.util.find_spec(module) is None:
            print(f"{name} is not installed", file=sys.stderr)
            continue
        rows.append((name, count, [*me, name, str(register), str(scratch), str(count)]))
    for name, count, command in rows:
        seconds, processor, memory = run(command, register, scratch / "answers.ndjson")
        each = seconds / max(count, 1)
        if ours is None:
            ours = (each, seconds, memory)
            problem, found = check(scratch / "answers.ndjson", count)
        print(f"| {name} | {count:,} | {seconds:.2f} | {processor:.2f} | {each * 1e6:.1f} "
              f"| {memory:.0f} | {each / ours[0]:.2f} |", flush=True)
    print(f"\n{found:,} of {options.firms:,} firms have proposals.")
    bound = max(SECONDS_FOR_100_000 * options.firms / 100_000, 1)
    if problem is None and ours[1] > bound:
        problem = f"{ours[1]:.2f} s, the bound is {bound:.2f}"
    if problem is None and ours[2] > MEGABYTES:
        problem = f"{ours[2]:.0f} MB, the bound is {MEGABYTES}"
    if problem:
        sys.exit(problem)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        chosen = json.loads((Path(sys.argv[4]) / "segments.json").read_text("utf-8"))
        peer(sys.argv[2], sys.argv[3], chosen, int(sys.argv[5]))
    else:
        main()
