import ChainFiles
import TestSupport
import Testing

@testable import ChainTestSupport

struct DatasetLocatorTests {
  private func locate(
    from folder: String,
    given: String? = nil,
    environment: [String: String] = [:]
  ) -> Result<String, DatasetLocator.Failure> {
    let locator = DatasetLocator(currentFolder: folder, environment: environment)
    return Result { () throws(DatasetLocator.Failure) in try locator.locate(given: given) }
  }

  @Test func `what is given comes first`() throws {
    let folder = try DatasetFolder(["dataset.yaml": "", "Data/a/dataset.yaml": ""])
    let environment = ["LIANTU_DATASET": "/from/environment"]
    let found = locate(from: folder.path, given: "/given", environment: environment)
    #expect(found == .success("/given"))
    // Whether it exists is for the reader to say.
    #expect(locate(from: folder.path, given: "no/such") == .success("no/such"))
  }

  @Test func `then comes the environment`() throws {
    let folder = try DatasetFolder(["dataset.yaml": ""])
    let environment = ["LIANTU_DATASET": "/from/environment"]
    #expect(locate(from: folder.path, environment: environment) == .success("/from/environment"))
  }

  @Test func `an empty environment variable says nothing`() throws {
    let folder = try DatasetFolder(["dataset.yaml": ""])
    #expect(locate(from: folder.path, environment: ["LIANTU_DATASET": ""]) == .success("."))
  }

  @Test func `two tables are a data set, and one alone is none that is found`() throws {
    let whole = try DatasetFolder(["nodes.csv": "", "edges.csv": "", "deep/x": ""])
    #expect(locate(from: whole.path + "/deep") == .success(whole.path))
    #expect(locate(from: whole.path) == .success("."))
    #expect(locate(from: "/", given: "a/nodes.csv") == .success("a"))
    #expect(locate(from: "/", given: "edges.csv") == .success("."))
    let half = try DatasetFolder(["nodes.csv": ""])
    #expect(locate(from: half.path) == .failure(.none))
    #expect(DatasetLocator.isMeant(half.path))
  }

  @Test func `a data set may be named by its manifest`() {
    #expect(locate(from: "/", given: "a/b/dataset.yaml") == .success("a/b"))
    #expect(locate(from: "/", given: "dataset.yaml") == .success("."))
    #expect(
      locate(from: "/", environment: ["LIANTU_DATASET": "/a/dataset.yaml"]) == .success("/a")
    )
  }

  @Test func `then comes the nearest manifest upward`() throws {
    let folder = try DatasetFolder([
      "dataset.yaml": "", "a/dataset.yaml": "", "a/b/c/x.txt": "", "Data/d/dataset.yaml": "",
    ])
    #expect(locate(from: folder.path + "/a/b/c") == .success(folder.path + "/a"))
    #expect(locate(from: folder.path + "/a") == .success("."))
    #expect(locate(from: folder.path + "/Data") == .success(folder.path))
    #expect(locate(from: folder.path) == .success("."))
  }

  @Test func `then comes the only data set under Data, here or further up`() throws {
    let folder = try DatasetFolder([
      "Data/huludao/dataset.yaml": "", "Data/notes/readme.txt": "", "Data/x.txt": "",
      "Sources/a/x.txt": "",
    ])
    #expect(locate(from: folder.path) == .success("Data/huludao"))
    #expect(locate(from: folder.path + "/Sources/a") == .success(folder.path + "/Data/huludao"))
  }

  @Test func `several data sets under Data are a failure that names them`() throws {
    let folder = try DatasetFolder([
      "Data/b/dataset.yaml": "", "Data/a/dataset.yaml": "", "Data/c/dataset.yaml": "",
    ])
    #expect(locate(from: folder.path) == .failure(.several(["Data/a", "Data/b", "Data/c"])))
    // Naming one helps.
    #expect(locate(from: folder.path, given: "Data/a") == .success("Data/a"))
  }

  @Test func `no data set anywhere is a failure`() throws {
    let folder = try DatasetFolder(["Data/a/x.yaml": "", "dataset.yaml/x.txt": ""])
    #expect(locate(from: folder.path) == .failure(.none))
    #expect(locate(from: "/") == .failure(.none))
  }
}
