"""A window of Chromium on the explorer or the report, and what is to be seen in it."""

from urllib.parse import quote, unquote, urlsplit

CLUSTER = "cluster:船舶机械产业集群"
# One of the reference chains that it uses.
CHAIN = "shipbuilding"
SWIMWEAR = "cluster:泳装产业集群"
# A segment that the document says is lacking, and one of which it says nothing.
GAP, UNKNOWN = "船舶配套设备", "大型铸锻件"
BUREAU = "department:市工业和信息化局"
TELEPHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class Site:
    """One open window, and the addresses of its pages."""

    def __init__(self, browser, address, **options):
        self.address = address
        self.is_report = address.startswith("file:")
        options = {"viewport": {"width": 1440, "height": 900}, "locale": "zh-CN"} | options
        self.context = browser.new_context(offline=self.is_report, accept_downloads=True, **options)
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.faults = []
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self.watch)

    def hear(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def watch(self, request):
        parts, home = urlsplit(request.url), urlsplit(self.address)
        inside = (parts.scheme, parts.netloc) == (home.scheme, home.netloc)
        if self.is_report:
            inside = request.url.split("#")[0] == self.address
        if not inside and parts.scheme not in ("data", "blob"):
            self.faults.append(f"request: {request.url}")

    def open(self, path="/"):
        if self.is_report:
            self.page.goto("about:blank")
            self.page.goto(f"{self.address}#{path}")
        else:
            self.page.goto(self.address.rstrip("/") + path)
        self.page.wait_for_selector("main h1")
        self.page.wait_for_function("document.querySelector('#query').getAttribute('role') === 'combobox'")
        return self.page

    @property
    def here(self):
        parts = urlsplit(self.page.url)
        return unquote(parts.fragment if self.is_report else f"{parts.path}?{parts.query}")

    def close(self):
        self.context.close()
        assert not self.faults, "\n".join(self.faults)


def view(name, subject=None, **more):
    words = ([("of", subject)] if subject else []) + list(more.items())
    query = "&".join(f"{key}={quote(value)}" for key, value in words)
    return f"/view/{name}" + (f"?{query}" if query else "")


def heading(page):
    return page.locator("main h1")


def panel_name(page):
    return page.locator("#panel h2")


def rows(page, is_shown=True):
    return page.locator("main .list tbody tr" + (":not([hidden])" if is_shown else ""))


def search(page, text):
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.wait_for_selector("#hits [role=option]")
