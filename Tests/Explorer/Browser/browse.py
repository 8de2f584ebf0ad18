"""Drives Chromium through the jobs that the explorer and the report are for.

    browse.py ADDRESS [--shots FOLDER]

ADDRESS is a report (file:///…/report.html), which is read with the network cut off, or a server
(http://127.0.0.1:PORT/). The data set is Huludao's. Any error on the console, any request that
leaves the file or the server, and any job that cannot be done ends the run with status 1.
"""

import csv
import io
import re
import sys
import time
import traceback
import zipfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

# No folder of compiled modules among the tests.
sys.dont_write_bytecode = True
from shots import take_shots
from window import (CHAIN, CLUSTER, GAP, SWIMWEAR, TELEPHONE, UNKNOWN, Site, heading, panel_name, rows, search,
                    view)

# ---- The jobs


def finds_by_pinyin_and_reads_who_owns_a_gap(site):
    page = site.open()
    search(page, "cbjxcyjq")
    expect(page.locator("#hits [role=option]").first).to_contain_text("船舶机械")
    assert page.locator("#query").get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("船舶机械产业集群 · 产业链全景图")
    total = rows(page).count()
    page.locator(".chains a", has_text="船舶与海工装备").click()
    expect(heading(page)).to_contain_text("船舶机械产业集群（船舶与海工装备） · 产业链全景图")
    assert 0 < rows(page).count() < total
    expect(page.locator(".chains a[aria-current=page]")).to_contain_text("船舶与海工装备")

    card = page.locator("g.node[data-is*=' lacking ']").filter(has_text=GAP).first
    card.click()
    expect(panel_name(page)).to_have_text(GAP)
    expect(page.locator("#panel .badge.lacking").first).to_have_text("缺（文件称）")
    expect(page.locator("#panel section").first).to_contain_text("称缺")
    expect(page.locator("#panel section").first).to_contain_text("二/(四)/1")
    assert f"node=segment:{GAP}" in site.here
    owners = page.locator("#panel .owners")
    expect(owners).to_contain_text("责任领导")
    expect(owners).to_contain_text("罗奎亮")
    expect(owners).to_contain_text("附件/二/")
    expect(page.locator("main tr.chosen")).to_contain_text(GAP)
    expect(page.locator("#tree [aria-current=true]").first).to_have_text(GAP)
    expect(page.locator("g.node.chosen .ring")).to_have_count(1)

    owners.get_by_role("link", name="市工业和信息化局").first.click()
    expect(heading(page)).to_have_text("市工业和信息化局")
    expect(page.locator("#panel")).to_be_hidden()
    page.go_back()
    expect(panel_name(page)).to_have_text(GAP)
    expect(heading(page)).to_contain_text("产业链全景图")
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()
    page.go_back()
    expect(panel_name(page)).to_have_text("船舶机械产业集群")
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()


def reads_whom_to_ask_about_what_nobody_knows(site):
    page = site.open(view("panorama", CLUSTER, chain="machinery"))
    page.locator("g.node[data-is*=' unknown ']").filter(has_text=UNKNOWN).first.click()
    expect(panel_name(page)).to_have_text(UNKNOWN)
    expect(page.locator("#panel .badge.unknown").first).to_have_text("未查")
    statement = page.locator("#panel section").first
    expect(statement).to_contain_text(f"请向市工业和信息化局核实：本地有无从事“{UNKNOWN}”的企业")
    expect(page.locator("#panel .badge.missing, #panel .badge.lacking")).to_have_count(0)
    # Red is for gaps alone, in the tree too; what is unknown has a question mark and no filling.
    looks = page.evaluate("""() => Object.fromEntries(
      [...document.querySelectorAll('#tree .dot')].map((dot) => {
        const [own, sign] = [getComputedStyle(dot), getComputedStyle(dot, '::before')];
        return [dot.className.split(' ')[1],
          { line: own.borderTopColor, ground: own.backgroundColor, sign: sign.content }];
      }))""")
    assert looks["unknown"]["sign"] == '"?"' and looks["unknown"]["ground"] == "rgba(0, 0, 0, 0)", looks
    red = {look for look, parts in looks.items() if parts["line"] == looks["lacking"]["line"]}
    assert red <= {"missing", "lacking"} and len(looks) > 6, looks


def finds_by_name_and_by_alias(site):
    page = site.open()
    search(page, "市工信局")
    expect(page.locator("#hits [role=option]").first).to_contain_text("市工业和信息化局")
    page.keyboard.press("Escape")
    expect(page.locator("#hits")).to_be_hidden()
    page.locator("#query").fill("⌘")
    expect(page.locator("#hits")).to_contain_text("没有找到")


def downloads_lists_and_pictures(site):
    page = site.open(view("gaps", SWIMWEAR))
    count = rows(page).count()
    assert count >= 4, count

    def fetched(scope, form):
        with page.expect_download() as waiting:
            page.locator(f"{scope} a[data-form={form}]").first.click()
        return waiting.value, Path(waiting.value.path()).read_bytes()

    download, book = fetched(".list", "xlsx")
    assert download.suggested_filename.endswith(".xlsx"), download.suggested_filename
    sheet = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
    assert len(re.findall(r"<row ", sheet)) >= count, "rows of the workbook"
    _, table = fetched(".list", "csv")
    assert len(list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))) == count + 1
    _, drawing = fetched(".picture", "svg")
    assert b"<svg" in drawing and "植物印染".encode() in drawing
    _, pixels = fetched(".picture", "png")
    assert pixels.startswith(b"\x89PNG") and len(pixels) > 20_000
    if not site.is_report:
        _, paper = fetched(".picture", "pdf")
        assert paper.startswith(b"%PDF")


def filters_sorts_and_goes_back(site):
    page = site.open(view("panorama", CLUSTER))
    total = rows(page).count()
    page.locator("label.chip.verdict.unknown").click()
    expect(page.locator("tr[data-is]:not([hidden]):not([data-is*=' unknown '])")).to_have_count(0)
    unknown = rows(page).count()
    assert 0 < unknown < total, (unknown, total)
    assert "verdict=unknown" in site.here
    assert page.locator("g.node.off").count() > 0
    page.go_back()
    expect(rows(page)).to_have_count(total)
    expect(page.locator("g.node.off")).to_have_count(0)

    page.locator(".sieve").first.fill("船")
    assert 0 < rows(page).count() < total
    page.locator(".sieve").first.fill("")
    head = page.locator("main .list th", has_text="名称").first
    name = head.evaluate("head => head.cellIndex")
    names = lambda: page.evaluate(
        "column => [...document.querySelectorAll('main .list tbody tr')].map(row => row.cells[column].textContent)", name)
    before = names()
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending" and names() != before
    ascending = names()
    head.get_by_role("button").click()
    assert names() == ascending[::-1]
    head.get_by_role("button").click()
    assert names() == before


def keeps_to_what_documents_state(site):
    page = site.open(view("projects"))
    page.locator("label.chip.basis").click()
    page.wait_for_function("decodeURIComponent(location.href).includes('basis=document')")
    expect(heading(page)).to_contain_text("项目图")
    expect(page.locator("label.chip.basis input")).to_be_checked()
    expect(page.locator("tr[data-is$='industry-knowledge']:not([hidden])")).to_have_count(0)


def follows_the_flow_under_the_pointer(site):
    page = site.open(view("panorama", CLUSTER, chain=CHAIN))
    card = page.locator("g.node").filter(has_text="船舶总装建造").first
    card.hover()
    page.wait_for_selector("svg.tracing")
    lit, whole = page.locator("g.node.lit").count(), page.locator("g.node").count()
    assert 2 < lit < whole, (lit, whole)
    assert page.locator("g.edge.lit").count() > 1
    page.mouse.move(5, 5)
    page.wait_for_selector("svg:not(.tracing)")


def pans_and_zooms(site):
    page = site.open(view("panorama", CLUSTER, chain=CHAIN))
    box = lambda: [float(v) for v in page.locator("svg.drawing").get_attribute("viewBox").split()]
    whole = box()
    page.locator(".zoom-in").click()
    assert box()[2] < whole[2]
    page.locator(".fit").click()
    assert box() == whole
    canvas = page.locator(".canvas")
    canvas.focus()
    for key, at in (("+", 2), ("ArrowRight", 0), ("ArrowDown", 1)):
        before = box()
        page.keyboard.press(key)
        assert box()[at] != before[at], key
    page.keyboard.press("0")
    assert box() == whole
    page.keyboard.press("+")
    before, area = box(), canvas.bounding_box()
    page.mouse.move(area["x"] + 300, area["y"] + 200)
    page.mouse.down()
    page.mouse.move(area["x"] + 200, area["y"] + 150, steps=4)
    page.mouse.up()
    assert box()[0] > before[0] and box()[1] > before[1]
    assert "node=" not in site.here, "a drag is no click"


def works_by_keyboard_alone(site):
    page = site.open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    search(page, "dxzdj")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    active = page.locator("#query").get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    expect(panel_name(page)).to_have_text(UNKNOWN)
    page.locator(".canvas").focus()
    page.keyboard.press("Tab")
    name = page.evaluate("document.activeElement.closest('g.node') !== null")
    assert name, "the cards can be reached"
    page.keyboard.press("Enter")
    expect(page.locator("g.node.chosen")).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def opens_every_tab(site):
    page = site.open()
    labels = page.locator(".tabs a").all_text_contents()
    assert len(labels) == 8, labels
    for place, label in enumerate(labels):
        page.locator(".tabs a").nth(place).click()
        # The page of all lists looks at every view, which takes a debug build half a minute the first time.
        expect(page.locator(".tabs a[aria-current=page]")).to_have_text(label, timeout=60_000)
        assert rows(page).count() > 0, label
        assert label == "清单" or page.locator("svg.drawing").count() == 1, label
        check_names(page)


def check_names(page):
    """Whatever can be used has a name, ids are there once, headings and landmarks stand."""
    faults = page.evaluate("""() => {
      const faults = [], ids = new Set();
      for (const part of document.querySelectorAll('[id]')) {
        if (ids.has(part.id)) faults.push('twice: ' + part.id);
        ids.add(part.id);
      }
      const named = (part) => part.getAttribute('aria-label') || part.textContent.trim() || part.title
        || part.labels?.length;
      for (const part of document.querySelectorAll('button, a[href], input:not([type=hidden]), select, [role=group], nav'))
        if (!named(part)) faults.push('no name: ' + part.outerHTML.slice(0, 120));
      for (const selector of ['main', 'header.bar', 'nav[aria-label]', 'h1', '[role=search]', '[role=status]'])
        if (!document.querySelector(selector)) faults.push('none: ' + selector);
      if (document.querySelectorAll('main, [role=main]').length !== 1) faults.push('several mains');
      if (document.querySelectorAll('[style]').length > document.querySelectorAll('.canvas[style]').length)
        faults.push('style in an attribute');
      return faults;
    }""")
    assert not faults, faults


def chooses_a_party_and_another_cluster(site):
    page = site.open(view("duties"))
    page.locator(".chooser select").select_option(label="市工业和信息化局")
    expect(heading(page)).to_have_text("市工业和信息化局 · 职责图")
    page.locator("#tree summary", has_text="领导").click()
    page.locator("#tree a", has_text="罗奎亮").first.click()
    expect(heading(page)).to_have_text("罗奎亮")
    expect(page.locator("#tree [aria-current=true]").first).to_have_text("罗奎亮")
    page.locator(".home > .ways a").first.click()
    expect(heading(page)).to_have_text("罗奎亮 · 职责图")


def finds_everything_of_a_department_at_its_home(site):
    page = site.open()
    search(page, "市工信局")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("市工业和信息化局")
    expect(page.locator(".tallies")).to_contain_text("牵头单位")
    expect(page.locator(".tallies")).to_contain_text("继承")
    expect(page.locator("main .list")).to_have_count(2)
    link = rows(page).locator("a").first
    name = link.inner_text()
    link.click()
    expect(panel_name(page)).to_have_text(name)
    expect(heading(page)).to_have_text("市工业和信息化局")
    with page.expect_download() as waiting:
        page.locator(".home .head a[data-form=xlsx]").click()
    assert zipfile.is_zipfile(waiting.value.path())
    # Nobody has planned or reported anything, and that is said.
    expect(page.locator(".home > .remark").last).to_contain_text("没有进展可说")


def fits_a_phone(site):
    page = site.open(view("panorama", CLUSTER))
    fits = "document.documentElement.scrollWidth <= innerWidth + 1"
    assert page.evaluate(fits), "the page is wider than the phone"
    page.locator(".menu").click()
    expect(page.locator("#tree")).to_be_visible()
    page.locator("#tree a", has_text="泳装产业集群").first.click()
    expect(heading(page)).to_contain_text("泳装产业集群")
    expect(page.locator("#tree")).not_to_be_in_viewport()
    page.locator("#panel .close").tap()
    rows(page).locator("a").first.tap()
    expect(page.locator("#panel")).to_be_visible()
    assert page.evaluate(fits), "with the panel the page is wider than the phone"
    page.locator("#panel .close").tap()
    expect(page.locator("#panel")).to_be_hidden()
    for tab in range(8):
        page.locator(".tabs a").nth(tab).click()
        page.wait_for_timeout(150)
        assert page.evaluate(fits), f"tab {tab} is wider than the phone"


def turns_dark_and_stays_so(site):
    page = site.open()
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("button.theme").click()
    assert page.evaluate(ground) != light
    page.reload()
    assert page.evaluate(ground) != light


def reads_without_a_script(site):
    """What a page says, its links and its search do not wait for the script."""
    page = site.page
    if site.is_report:
        page.goto(site.address)
        expect(page.locator("noscript")).to_be_visible()
        return
    page.goto(site.address.rstrip("/") + view("panorama", CLUSTER))
    expect(page.locator("svg.drawing")).to_be_visible()
    assert rows(page).count() > 5
    page.locator("svg.drawing a").filter(has_text=GAP).first.click()
    expect(page.locator("#panel")).to_contain_text(GAP)
    expect(page.locator("#panel")).to_contain_text("称缺")
    page.locator("#query").fill("锦西")
    page.locator("#query").press("Enter")
    expect(page.locator("main")).to_contain_text("锦西石化")
    page.locator("main a", has_text="锦西石化").first.click()
    expect(page.locator("body")).to_contain_text("锦西石化")
    assert page.locator(".tabs a").count() == 8


def prints_the_picture_and_the_list(site):
    page = site.open(view("gaps", SWIMWEAR))
    page.emulate_media(media="print")
    for part in "header.bar", "#tree", ".tabs":
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("svg.drawing")).to_be_visible()
    assert rows(page).count() == rows(page, is_shown=False).count() > 0, "the paper leaves rows out"
    page.evaluate("document.querySelectorAll('template').forEach(part => part.remove())")
    sheet = page.pdf(prefer_css_page_size=True, print_background=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", sheet))
    assert 1 <= sheets <= 6, f"{sheets} sheets"
    sizes = set(re.findall(rb"/MediaBox\s*\[([^]]*)\]", sheet))
    assert len(sizes) == 1, sizes
    page.emulate_media(media="screen")


WIDE = [
    finds_by_pinyin_and_reads_who_owns_a_gap, reads_whom_to_ask_about_what_nobody_knows,
    finds_by_name_and_by_alias,
    downloads_lists_and_pictures, filters_sorts_and_goes_back, keeps_to_what_documents_state,
    follows_the_flow_under_the_pointer, pans_and_zooms, works_by_keyboard_alone, opens_every_tab,
    chooses_a_party_and_another_cluster, finds_everything_of_a_department_at_its_home,
    turns_dark_and_stays_so, prints_the_picture_and_the_list,
]
PHONE = [fits_a_phone]
SCRIPTLESS = [reads_without_a_script]


def main(address, shots=None):
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for options, jobs in ({}, WIDE), (TELEPHONE, PHONE), ({"java_script_enabled": False}, SCRIPTLESS):
            for job in jobs:
                start = time.monotonic()
                site = Site(browser, address, **options)
                try:
                    job(site)
                    site.close()
                    outcome = "ok"
                except Exception:
                    failed += 1
                    outcome = "FAILED\n" + traceback.format_exc(limit=-2) + "\n".join(site.faults)
                    site.context.close()
                print(f"{job.__name__.replace('_', ' ')}: {outcome} ({time.monotonic() - start:.1f} s)", flush=True)
        if shots:
            take_shots(browser, address, Path(shots))
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    words = sys.argv[1:]
    folder = None
    if "--shots" in words:
        at = words.index("--shots")
        folder = words[at + 1]
        del words[at:at + 2]
    sys.exit(main(words[0], folder))
