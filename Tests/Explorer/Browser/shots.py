"""Pictures of the pages, to be looked at."""

from window import BUREAU, CLUSTER, GAP, SWIMWEAR, TELEPHONE, UNKNOWN, Site, view

SHOTS = [
    ("overview", "/", {}), ("panorama", view("panorama", CLUSTER), {}),
    ("panorama-node", view("panorama", CLUSTER, node=f"segment:{GAP}"), {}),
    ("panorama-unknown", view("panorama", CLUSTER, node=f"segment:{UNKNOWN}"), {}),
    ("gaps", view("gaps", SWIMWEAR), {}), ("gaps-all", view("gaps"), {}), ("responsibility", view("responsibility"), {}),
    ("duties", view("duties", BUREAU, node=BUREAU), {}), ("alignment", view("alignment"), {}),
    ("projects", view("projects"), {}), ("lists", "/lists", {}),
    ("dark", view("panorama", CLUSTER, node=f"segment:{GAP}"), {"color_scheme": "dark"}),
    ("phone", view("panorama", CLUSTER), TELEPHONE | {"device_scale_factor": 2}),
    ("phone-node", view("panorama", CLUSTER, node=f"segment:{GAP}"), TELEPHONE | {"device_scale_factor": 2}),
]


def take_shots(browser, address, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, path, options in SHOTS:
        site = Site(browser, address, **options)
        page = site.open(path)
        page.wait_for_timeout(400)
        page.screenshot(path=folder / f"{name}.png")
        if name == "panorama-node":
            page.screenshot(path=folder / "whole.png", full_page=True)
            page.evaluate("document.querySelectorAll('template').forEach(part => part.remove())")
            page.pdf(path=folder / "print.pdf", prefer_css_page_size=True, print_background=True)
        site.close()
