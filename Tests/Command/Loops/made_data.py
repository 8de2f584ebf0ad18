"""A small data set that is spread over files, its workbook, and a workbook as somebody edited it."""

import re
import subprocess
import zipfile
from pathlib import Path

MANIFEST = "title: 试验\njurisdiction: 葫芦岛市\nlanguage: zh\ndate: 2023-08-18\ndocuments: [意见]\n"
DOCUMENTS = "document:\n  - name: 意见\n    source: 序言\n"
POLICY = "葫芦岛市实施意见\n\n一、任务\n{items}"
GALLERY = "pictures:\n{items}"


def write(folder, files):
    for name, text in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def cluster(number, product):
    name = f"集群{number}产业集群"
    return (
        f"# 集群 {number} 的说明\n"
        f"defaults:\n  segment: {{partOf: {name}, basis: industry-knowledge}}\n\n"
        f"cluster:\n  - {{name: {name}, source: 附件}}\n\n"
        f"segment:\n  - name: 原料{number}\n  - name: {product}{number}\n"
        f"project:\n  - {{name: 项目{number}, content: 旧{number}内容, source: 附件}}\n"
    )


def dataset(folder, count, product="成品"):
    files = {"dataset.yaml": MANIFEST, "documents.yaml": DOCUMENTS}
    files |= {f"clusters/{number:02}.yaml": cluster(number, product) for number in range(count)}
    write(folder, files)


def policy(count, word):
    items = "".join(
        f"{number + 1}.{word}{number}。到2027年，培育企业{number + 2}00家以上。（牵头单位：市工信局）\n"
        for number in range(count)
    )
    return POLICY.format(items=items)


def gallery(count):
    return GALLERY.format(
        items="".join(
            f"  - {{file: p{number}, view: panorama, of: 集群{number}产业集群}}\n"
            for number in range(count)
        )
    )


def export_workbook(liantu, folder, file):
    subprocess.run([liantu, "export", "workbook", "--dataset", folder, "-o", file], check=True)


def edited(source, target, numbers, word="新"):
    """A copy of a workbook in which the contents of the projects `numbers` say `word`."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.endswith(".xml"):
                text = data.decode("utf-8")
                for number in numbers:
                    text = re.sub(f"旧{number}内容", f"{word}{number}内容", text)
                data = text.encode("utf-8")
            new.writestr(entry, data)


def tree(folder):
    """Each file of a folder with its bytes, and each folder."""
    root = Path(folder)
    if not root.exists():
        return {}
    return {
        str(path.relative_to(root)): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }
