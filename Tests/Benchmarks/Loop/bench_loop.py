"""`liantu status` beside pandas, from the same files to the same answer, as a table in markdown.

bench_loop.py LIANTU [--items N] [--months N] [--reports N] [--seed N] [--scratch FOLDER]

LIANTU is the program, built for release. A year after year of plan and journal is made up from the seed:
reports of each item and month, some of them missing, corrected or withdrawn, plans that change,
milestones that are late. Both sides read the same CSV files and say of every item its light, the last
month reported, its figure, how much of the plan that is, how far behind, and every reason with its line.
Three rounds, one process each, the sides in turn; processor seconds of the whole process, and of pandas
also without its import. What LIANTU needs for the same data set without plan and journal stands beside:
the difference is what they cost. LIANTU checks every line beside; pandas checks nothing.

It needs pandas (pip install pandas). It ends with 1 where the answers differ; no time decides.
"""

import argparse
import importlib.util
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

COLUMNS = ("line,recorded,received,period,by,item,type,status,value,progress,problem,next,milestone,"
           "date,corrects,answers,number,level,reason,source").split(",")
PARTIES = 40
FIRST_YEAR = 2020


def item_name(number):
    return f"第{number}号新能源装备产业化项目"


def party_name(number):
    return f"市第{number}局"


def month(number):
    """The month of a number from 0, as text, and the day on which the next one begins."""
    year, place = FIRST_YEAR + number // 12, number % 12
    following = date(year + (place == 11), (place + 1) % 12 + 1, 1)
    return f"{year}-{place + 1:02}", following


def write_data(folder, bare, options):
    """A data set with plan and journal, and the same without; the day that is asked about."""
    rng = random.Random(options.seed)
    for place in (folder, bare):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        nodes = ["id:ID,:LABEL,name"]
        nodes += [f"department:{party_name(n)},department,{party_name(n)}" for n in range(PARTIES)]
        nodes += [f"project:{item_name(n)},project,{item_name(n)}" for n in range(options.items)]
        edges = [":START_ID,:END_ID,:TYPE"]
        edges += [f"department:{party_name(n % PARTIES)},project:{item_name(n)},lead"
                  for n in range(options.items)]
        (place / "nodes.csv").write_text("\n".join(nodes) + "\n", "utf-8")
        (place / "edges.csv").write_text("\n".join(edges) + "\n", "utf-8")
    (folder / "plans").mkdir()
    (folder / "journal").mkdir()
    (folder / "reporting.yaml").write_text(f"start: {FIRST_YEAR}-01\n", "utf-8")
    write_plans(folder, rng, options)
    write_journal(folder, rng, options)
    _, following = month(options.months - 1)
    return following + timedelta(days=19)


def write_plans(folder, rng, options):
    for year in range(FIRST_YEAR, FIRST_YEAR + (options.months + 11) // 12):
        lines = ["line,recorded,item,what,period,value"]
        changes = []
        for n in range(options.items):
            # Some items have no plan: what is reported of them is judged by nothing.
            if n % 50 == 49:
                continue
            lines.append(f"p{year}-{n},{year}-01-15,{item_name(n)},投资,{year},{4000 + n} 万元")
            if rng.random() < 0.1:
                changes.append(f"q{year}-{n},{year}-06-20,{item_name(n)},投资,{year},{3000 + n} 万元")
        if year == FIRST_YEAR:
            for n in range(0, options.items, 3):
                day = date(year, 3, 1) + timedelta(days=rng.randrange(30 * options.months))
                lines.append(f"m{n},{year}-01-15,{item_name(n)},开工,,{day}")
        (folder / "plans" / f"{year}.csv").write_text("\n".join(lines + changes) + "\n", "utf-8")


def write_journal(folder, rng, options):
    count = 0
    for number in range(options.months):
        period, following = month(number)
        rows = []
        # The line of each item that stands.
        last = [None] * options.items

        def line(day, n, kind, **cells):
            nonlocal count
            count += 1
            cells |= {"line": f"j{count}", "recorded": str(day), "by": party_name(n % PARTIES),
                      "item": item_name(n), "type": kind}
            rows.append(",".join(cells.get(column, "") for column in COLUMNS))
            return cells["line"]

        for turn in range(options.reports):
            for n in range(options.items):
                if turn == 0 and rng.random() < 0.04:
                    continue
                value = (number % 12 + 1) * rng.randrange(150, 420)
                cells = {"period": period, "status": rng.choice(["在建", "停工", "收尾"]),
                         "value": f"{value}.5 万元", "progress": f"主体施工至{n % 30}层，设备安装过半",
                         "problem": f"资金缺口 {n} 万元", "next": "办理手续"}
                # A second report of a month takes the place of the one before.
                if turn > 0:
                    if last[n] is None:
                        continue
                    last[n] = line(following + timedelta(days=2), n, "report",
                                   corrects=last[n], reason="更正", **cells)
                    continue
                last[n] = line(following + timedelta(days=2), n, "report", **cells)
        for n in range(options.items):
            if last[n] is None:
                continue
            draw = rng.random()
            if draw < 0.01:
                line(following + timedelta(days=3), n, "withdraw", corrects=last[n], reason="误报")
            elif draw < 0.015 and n % 3 == 0:
                line(following + timedelta(days=3), n, "milestone", milestone="开工",
                     date=str(following - timedelta(days=rng.randrange(1, 20))))
        text = "\n".join([",".join(COLUMNS), *rows]) + "\n"
        (folder / "journal" / f"{following:%Y-%m}.csv").write_text(text, "utf-8")


def with_pandas(folder, day, items):
    """The same answer from the same files."""
    import pandas

    started = time.process_time()
    day = date.fromisoformat(day)
    files = sorted(Path(folder, "journal").iterdir())
    journal = pandas.concat((pandas.read_csv(file, dtype=str, keep_default_na=False) for file in files),
                            ignore_index=True)
    plans = pandas.concat((pandas.read_csv(file, dtype=str, keep_default_na=False)
                           for file in sorted(Path(folder, "plans").iterdir())), ignore_index=True)
    journal = journal[journal.recorded <= str(day)]
    replaced = set(journal.loc[journal.type.isin(["report", "withdraw"]), "corrects"])
    journal = journal[~journal.line.isin(replaced)]
    reports = journal[journal.type == "report"]
    ended = f"{day - timedelta(days=day.day):%Y-%m}"
    reports = reports[reports.period <= ended]
    last = reports.groupby("item", sort=False).period.transform("max")
    last = reports[reports.period == last].set_index("item")
    # Tenths of 万元 keep the figures whole numbers.
    figure = last.value.str.removesuffix(" 万元").str.replace(".", "", regex=False).astype("int64")

    money = plans[plans.what == "投资"].copy()
    money["amount"] = money.value.str.removesuffix(" 万元").astype("int64") * 10
    chosen = last.reset_index()[["item", "period", "line"]].assign(figure=figure.values)
    chosen["year"] = chosen.period.str[:4]
    chosen["end"] = pandas.PeriodIndex(chosen.period, freq="M").end_time.strftime("%Y-%m-%d")
    held = chosen.merge(money[["item", "period", "recorded", "amount"]],
                        left_on=["item", "year"], right_on=["item", "period"], suffixes=("", "_plan"))
    early = held[held.recorded <= held.end].groupby("item", sort=False).tail(1)
    late = held[~held.item.isin(early.item)].groupby("item", sort=False).head(1)
    held = pandas.concat([early, late]).set_index("item")
    place = held.period.str[5:].astype("int64")
    numerator = 100 * (held.amount * place - 12 * held.figure)
    denominator = 12 * held.amount

    def shown(number, by):
        tenths = (number.abs() * 20 + by) // (by * 2)
        sign = pandas.Series("", index=number.index).mask((number < 0) & (tenths > 0), "-")
        return sign + (tenths // 10).astype(str) + "." + (tenths % 10).astype(str)

    behind = shown(numerator, denominator)
    rate = shown(100 * held.figure, held.amount)
    light = pandas.Series("green", index=held.index)
    light = light.mask(numerator >= 10 * denominator, "yellow").mask(
        numerator > 30 * denominator, "red")

    steps = plans[plans.what == "开工"].set_index("item")
    reached = set(journal.loc[journal.type == "milestone", "item"])
    over = steps[(steps.value < str(day)) & ~steps.index.isin(reached)]
    over = over.assign(days=(pandas.Timestamp(day) - pandas.to_datetime(over.value)).dt.days)
    judged = set(steps.index[steps.value < str(day)]) | (reached & set(steps.index))

    due = ended if day.day > 5 else month_before(ended)
    told = set(zip(reports.item, reports.period))
    lines = last.line.to_dict()
    answer = {}
    values = dict(zip(chosen.item, zip(chosen.period, chosen.figure)))
    for item in items:
        reasons = []
        state = light.get(item, "green" if item in judged else "grey")
        if state in ("yellow", "red"):
            reasons.append((state, f"{behind[item]} points behind ({held.line[item]})"))
        if item in over.index:
            days = over.days[item]
            reasons.append(("red" if days > 90 else "yellow",
                            f"开工 {days} days late ({over.line[item]})"))
        missing, period = 0, due
        while period >= f"{FIRST_YEAR}-01" and (item, period) not in told:
            missing, period = missing + 1, month_before(period)
        if missing:
            where = f" ({lines[item]})" if item in lines else ""
            reasons.append(("red" if missing > 1 else "yellow",
                            f"{missing} periods not reported{where}"))
        reasons.sort(key=lambda reason: reason[0] != "red")
        if reasons:
            state = reasons[0][0]
        period, value = values.get(item, (None, None))
        answer[item] = [
            state, period, None if value is None else f"{value / 10:g} 万元",
            rate.get(item), behind.get(item), [f"{light}: {text}" for light, text in reasons],
        ]
    return answer, time.process_time() - started


def month_before(period):
    year, place = int(period[:4]), int(period[5:])
    return f"{year - 1}-12" if place == 1 else f"{year}-{place - 1:02}"


def tenths(number):
    """A number of an answer as it is shown, with one digit behind the point."""
    return None if number is None else f"{number:.1f}"


def from_liantu(output):
    """The rows of `liantu status --format json`."""
    answer = {}
    for row in json.loads(output)["rows"]:
        answer[row["item"]["name"]] = [
            row["light"], row.get("period"), row.get("value"), tenths(row.get("rate")),
            tenths(row.get("behind")), row.get("reasons") or [],
        ]
    return answer


def run(command):
    """Processor seconds of a child, and what it wrote."""
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{command[0]} ended with {child.returncode}")
        output.seek(0)
        return usage.ru_utime + usage.ru_stime, output.read().decode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("liantu")
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--months", type=int, default=60)
    parser.add_argument("--reports", type=int, default=1, help="of an item and month")
    parser.add_argument("--seed", type=int, default=18)
    parser.add_argument("--scratch")
    options = parser.parse_args()
    scratch = Path(options.scratch or tempfile.mkdtemp(prefix="bench-loop-"))
    folder, bare = scratch / "reported", scratch / "bare"
    day = str(write_data(folder, bare, options))
    files = list((folder / "journal").iterdir())
    size = sum(file.stat().st_size for file in files)
    lines = sum(file.read_bytes().count(b"\n") - 1 for file in files)
    if importlib.util.find_spec("pandas") is None:
        sys.exit("pandas is not installed")

    ask = [options.liantu, "status", "--at", day, "--format", "json", "--lang", "en", "--dataset"]
    times = {"liantu": [], "bare": [], "pandas": [], "work": []}
    for _ in range(3):
        seconds, output = run([*ask, str(folder)])
        times["liantu"].append(seconds)
        ours = from_liantu(output)
        times["bare"].append(run([*ask, str(bare)])[0])
        seconds, output = run([sys.executable, __file__, "--peer", str(folder), day,
                               str(options.items)])
        times["pandas"].append(seconds)
        theirs, work = json.loads(output)
        times["work"].append(work)
        if ours != theirs:
            item = next(name for name in theirs if ours.get(name) != theirs[name])
            sys.exit(f"the answers differ: {item}\n  liantu {ours.get(item)}\n  pandas {theirs[item]}")

    median = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"## {lines:,} lines of a journal, {size / 1e6:.1f} MB, {options.items:,} items, "
          f"{os.cpu_count()} cores\n")
    print("| | processor s (median of 3) | to liantu |")
    print("|---|--:|--:|")
    for name, label in [("liantu", "liantu status, everything"),
                        ("pandas", "pandas, everything"),
                        ("work", "pandas, its import left out"),
                        ("bare", "liantu status without plan and journal")]:
        print(f"| {label} | {median[name]:.3f} | {median[name] / median['liantu']:.2f} |")
    print(f"\nPlan and journal cost liantu {median['liantu'] - median['bare']:.3f} s. "
          f"The answers on {len(ours):,} items are the same.")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        names = [item_name(number) for number in range(int(sys.argv[4]))]
        json.dump(with_pandas(sys.argv[2], sys.argv[3], names), sys.stdout, ensure_ascii=False)
    else:
        main()
