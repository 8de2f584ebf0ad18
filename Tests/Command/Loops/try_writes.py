#!/usr/bin/env python3
"""Stops the program wherever it writes many files, and looks at what it leaves.

Usage: try_writes.py LIANTU FOLDER [--rounds N] [--seed N] [--seconds N]

Works in FOLDER. A round runs a command that changes the files of a folder, ends it with SIGKILL
after a random while, lets another command open the folder, and compares: all files are the old ones or
all are the new ones, nothing else lies there, and a data set loads. Two of three rounds wait until the
files are being written, or put in their places, since that is a short part of the whole. In between
two writers run at once. Before, writers run where the disk has a few pages or may not be written (a
tmpfs of their own, or a limit on the size of files where no namespace may be made). What a round does
follows from the seed and its number. With --seconds no round begins after that time; how many were run
is told.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

# The tests leave nothing in the tree.
sys.dont_write_bytecode = True

import made_data as made

PENDING = ".liantu-pending"
SET = 6
# What a command says that finished or undid what another had left.
RECOVERED = "an earlier write was broken off"


class Loop:
    """A command that changes a folder, the old and the new state of it, and who opens it next."""

    def __init__(self, name, command, opener, opener_ends, is_dataset):
        self.name, self.command, self.opener = name, command, opener
        self.opener_ends, self.is_dataset = opener_ends, is_dataset
        self.has_journal = True
        self.old = self.new = self.template = None
        self.seconds = 0.0


class Trial:
    def __init__(self, liantu, folder):
        self.liantu, self.folder = liantu, Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.faults = []
        self.environment = os.environ | {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"}

    def path(self, name):
        return str(self.folder / name)

    def start(self, words, **options):
        return subprocess.Popen(
            [self.liantu, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=self.environment, **options,
        )

    def run(self, words, **options):
        process = self.start(words, **options)
        out, err = process.communicate(timeout=120)
        return process.returncode, out + err

    def must(self, words):
        code, said = self.run(words)
        if code != 0:
            sys.exit(f"{' '.join(words)} ended with {code}:\n{said}")

    def fault(self, where, text):
        self.faults.append(f"{where}: {text}")
        print(f"FAULT {where}: {text}", flush=True)

    # The stage

    def prepare(self):
        path = self.path
        made.dataset(path("base"), SET)
        made.dataset(path("other"), SET, "制品")
        made.export_workbook(self.liantu, path("base"), path("base.xlsx"))
        made.edited(path("base.xlsx"), path("edited.xlsx"), range(SET))
        made.edited(path("base.xlsx"), path("first.xlsx"), range(SET // 2))
        made.edited(path("base.xlsx"), path("second.xlsx"), range(SET // 2, SET), "另")
        made.write(self.folder, {
            "old.txt": made.policy(3, "攻关"), "new.txt": made.policy(3, "推进"),
            "gallery.yaml": made.gallery(SET),
        })
        target = path("target")
        # Refuses a folder that holds something, once what was broken off there is settled.
        look = ["export", "csv", "--dataset", path("base"), "-o", target]
        tables = ["export", "csv", "-o", target, "--force", "--dataset"]
        pack = ["pack", "五图五清单", "-o", target, "--force", "--format", "dot",
                "--of", "集群0产业集群", "--dataset"]
        gallery = ["gallery", path("gallery.yaml"), "--folder", target, "--format", "dot",
                   "--dataset"]
        check = ["check", "--dataset", target]
        workbook = Loop(
            "import workbook",
            ["import", "workbook", path("edited.xlsx"), "-o", target, "--write"], check, 0, True,
        )
        workbook.template = path("base")
        policy = Loop(
            "import policy", ["import", "policy", path("new.txt"), "-o", target, "--force"],
            check, 0, True,
        )
        policy.first = ["import", "policy", path("old.txt"), "-o", target, "--force"]
        loops = [workbook, policy]
        for name, words in ("export csv", tables), ("pack", pack), ("gallery", gallery):
            loop = Loop(name, words + [path("other")], look, None, False)
            loop.first = words + [path("base")]
            loops.append(loop)
        # A file by itself has no journal: it is there whole, or the one before is.
        for name, words in (
            ("snapshot", ["snapshot", "-o", path("target/one.liantu")]),
            ("export graphml", ["export", "graphml", "-o", path("target/one.graphml")]),
        ):
            base = ["check", "--dataset", path("base")]
            loop = Loop(name, [*words, "--dataset", path("other")], base, 0, False)
            loop.first = [*words, "--dataset", path("base")]
            loop.has_journal = False
            loops.append(loop)
        for loop in loops:
            if loop.template is None:
                shutil.rmtree(target, ignore_errors=True)
                if not loop.has_journal:
                    os.mkdir(target)
                self.must(loop.first)
                loop.template = path("template " + loop.name)
                shutil.move(target, loop.template)
            self.reset(loop)
            begin = time.monotonic()
            self.must(loop.command)
            loop.seconds = time.monotonic() - begin
            loop.old, loop.new = made.tree(loop.template), made.tree(target)
            if loop.old == loop.new:
                sys.exit(f"{loop.name} changes nothing: the trial would show nothing")
        return loops

    def reset(self, loop):
        shutil.rmtree(self.path("target"), ignore_errors=True)
        shutil.copytree(loop.template, self.path("target"))

    # Killed

    def kill(self, loop, number, chance):
        self.reset(loop)
        pending = self.folder / "target" / PENDING
        process = self.start(loop.command)
        moment = chance.randrange(3)
        if moment == 0 or not loop.has_journal:
            time.sleep(chance.uniform(0, loop.seconds * 1.1))
        else:
            awaited = pending if moment == 1 else pending / "journal"
            while process.poll() is None and not awaited.exists():
                pass
            time.sleep(chance.choice([0, 0.001, 0.005, 0.03][:5 - moment]) * chance.random())
        process.kill()
        process.communicate()
        where = f"{loop.name}, round {number}"
        left = sorted(path.name for path in pending.iterdir()) if pending.is_dir() else []
        is_stopped_again = chance.random() < 0.2
        if is_stopped_again:
            # Who settles what was broken off may be stopped as well.
            other = self.start(loop.opener)
            while other.poll() is None and pending.exists() and chance.random() < 0.999:
                pass
            other.kill()
            other.communicate()
        code, said = self.run(loop.opener)
        found = made.tree(self.path("target"))
        kind = "new" if found == loop.new else "old" if found == loop.old else "neither"
        if kind == "neither":
            self.fault(where, f"a mixture, or litter: {sorted(set(found) ^ set(loop.new))}")
        if loop.is_dataset and code != 0:
            self.fault(where, f"what is left does not load: {said[-800:]}")
        if code < 0:
            self.fault(where, f"the next command ended by signal {-code}")
        if process.returncode == 0 and kind != "new":
            self.fault(where, "it ended well, and what it wrote is not there")
        if "journal" in left and kind != "new":
            self.fault(where, "its journal was there, and the change is lost")
        # A journal whose files are all in place has nothing left to do, and is not told.
        is_due = left and left != ["journal"] and not is_stopped_again
        if is_due and RECOVERED not in said:
            self.fault(where, f"settled without a word: {left}: {said[-300:]}")
        return f"{kind} by journal" if "journal" in left else kind

    # Two at once

    def race(self, number, chance):
        """Two who took the same workbook, and edited different rows of it."""
        target = self.path("target")
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.path("base"), target)
        edits = [("first.xlsx", "新", range(SET // 2)), ("second.xlsx", "另", range(SET // 2, SET))]
        chance.shuffle(edits)
        writers = []
        for file, word, numbers in edits:
            words = ["import", "workbook", self.path(file), "-o", target, "--write"]
            writers.append((self.start(words), word, numbers))
            time.sleep(chance.random() * 0.15)
        where = f"two writers, round {number}"
        said = {}
        for process, word, _ in writers:
            out, err = process.communicate(timeout=120)
            said[word] = out + err
            if process.returncode < 0:
                self.fault(where, f"ended by signal {-process.returncode}")
            elif process.returncode != 0 and not said[word]:
                self.fault(where, "refused without a word")
        code, answer = self.run(["check", "--dataset", target])
        found = made.tree(target)
        if code != 0 or PENDING in found:
            self.fault(where, f"what is left does not load: {answer[-800:]}")
        text = b"".join(data or b"" for data in found.values()).decode("utf-8")
        for process, word, numbers in writers:
            if process.returncode != 0:
                continue
            other = "".join(words for other, words in said.items() if other != word)
            for each in numbers:
                edit = f"{word}{each}内容"
                if edit not in text and edit not in other:
                    self.fault(where, f"{edit} was written, is gone, and nobody said so")
        return "both" if all(process.returncode == 0 for process, _, _ in writers) else "one"

    # No room

    def full(self, root, limit, **options):
        """A change where there is room for a part of it, or none: nothing changes."""
        target = root / "target"
        shutil.copytree(self.path("few"), target)
        old = made.tree(target)
        words = ["import", "workbook", self.path("few.xlsx"), "-o", str(target), "--write"]
        code, said = self.run(words, **options)
        found = made.tree(target)
        where = f"a disk of {limit}"
        if code < 0:
            self.fault(where, f"ended by signal {-code}")
        if (code == 0) != (found != old) or code == 0 and found != self.few_new:
            self.fault(where, f"ended with {code}, and {sorted(set(found) ^ set(old))}: {said[-300:]}")
        if code != 0 and "nothing is changed" not in said:
            self.fault(where, f"not said that nothing changed: {said[-300:]}")
        checked, answer = self.run(["check", "--dataset", str(target)])
        if checked != 0:
            self.fault(where, f"what is left does not load: {answer[-800:]}")
        return code

    def prepare_few(self):
        made.dataset(self.path("few"), 2)
        made.export_workbook(self.liantu, self.path("few"), self.path("few0.xlsx"))
        made.edited(self.path("few0.xlsx"), self.path("few.xlsx"), range(2))
        shutil.copytree(self.path("few"), self.path("few new"))
        new = self.path("few new")
        self.must(["import", "workbook", self.path("few.xlsx"), "-o", new, "--write"])
        self.few_new = made.tree(new)

    def disks(self):
        """Runs in a namespace of its own, where a tmpfs may be mounted."""
        self.few_new = made.tree(self.path("few new"))
        disk = self.folder / "disk"
        disk.mkdir(exist_ok=True)
        codes = []
        # Four files stand there, in a page each; two are written anew, and the journal.
        for pages in range(4, 10):
            self.mount(["-o", f"size={pages * 4}k", "-t", "tmpfs", "tmpfs", str(disk)])
            codes.append(self.full(disk, f"{pages * 4} KB"))
            self.unmount(disk)
        if codes[0] == 0 or codes[-1] != 0:
            self.fault("disks", f"from 16 KB to 36 KB the commands ended with {codes}")
        self.mount(["-t", "tmpfs", "tmpfs", str(disk)])
        shutil.copytree(self.path("few"), disk / "target")
        old = made.tree(disk / "target")
        self.mount(["-o", "remount,ro", str(disk)])
        words = ["import", "workbook", self.path("few.xlsx"), "-o", str(disk / "target"), "--write"]
        code, said = self.run(words)
        checked, _ = self.run(["check", "--dataset", str(disk / "target")])
        if code <= 0 or checked != 0 or made.tree(disk / "target") != old:
            self.fault("a disk that is read-only", f"ended with {code}, {checked}: {said[-300:]}")
        self.unmount(disk)
        print(f"disks of 16 to 36 KB: the commands ended with {codes}; read-only: {code}")

    def mount(self, words):
        subprocess.run(["mount", *words], check=True)

    def unmount(self, disk):
        subprocess.run(["umount", str(disk)], check=True)

    def limited(self):
        """Where no namespace may be made: a file of more than some bytes cannot be written."""
        codes = []
        for bytes in 0, 100, 400, 100_000:
            root = self.folder / f"limited {bytes}"
            root.mkdir()

            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (bytes, bytes))

            options = {"preexec_fn": limit, "restore_signals": False}
            codes.append(self.full(root, f"files of {bytes} bytes", **options))
        if codes[0] == 0 or codes[-1] != 0:
            self.fault("limits", f"the commands ended with {codes}")
        print(f"files of 0 to 100,000 bytes: the commands ended with {codes}")


def may_make_namespaces():
    if shutil.which("unshare") is None:
        return False
    probe = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(probe, stderr=subprocess.DEVNULL).returncode == 0


def main():
    words = argparse.ArgumentParser()
    words.add_argument("liantu")
    words.add_argument("folder")
    words.add_argument("--rounds", type=int, default=300)
    words.add_argument("--seed", type=int, default=15)
    words.add_argument("--seconds", type=float)
    words.add_argument("--disks", action="store_true", help=argparse.SUPPRESS)
    options = words.parse_args()
    liantu, folder = os.path.abspath(options.liantu), os.path.abspath(options.folder)
    if options.disks:
        trial = Trial.__new__(Trial)
        trial.liantu, trial.folder, trial.faults = liantu, Path(folder), []
        trial.environment = os.environ | {"LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8"}
        trial.disks()
        sys.exit(1 if trial.faults else 0)
    begin = time.monotonic()
    trial = Trial(liantu, folder)
    loops = trial.prepare()
    trial.prepare_few()
    if may_make_namespaces():
        inner = ["unshare", "-rm", sys.executable, __file__, liantu, folder, "--disks"]
        if subprocess.run(inner).returncode != 0:
            trial.faults.append("disks")
    else:
        print("no namespace may be made here: files are limited in place of a disk")
        trial.limited()
    counts = {}
    done = 0
    for number in range(options.rounds):
        if options.seconds and time.monotonic() - begin > options.seconds:
            break
        chance = random.Random(f"{options.seed} {number}")
        # One round in a turn is of two writers.
        turn = number % (len(loops) + 1)
        if turn == len(loops):
            name, outcome = "two writers", trial.race(number, chance)
        else:
            name, outcome = loops[turn].name, trial.kill(loops[turn], number, chance)
        counts.setdefault(name, {}).setdefault(outcome, 0)
        counts[name][outcome] += 1
        done += 1
    for name, outcomes in counts.items():
        print(f"{name}: " + ", ".join(f"{count} {what}" for what, count in sorted(outcomes.items())))
    print(f"{done} of {options.rounds} rounds, seed {options.seed}, {time.monotonic() - begin:.0f} s")
    shutil.rmtree(folder, ignore_errors=True)
    if trial.faults:
        sys.exit(f"{len(trial.faults)} faults")


if __name__ == "__main__":
    main()
