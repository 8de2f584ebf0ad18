internal import Bilingual
internal import ChainDrawing
internal import ChainPages
internal import ChainQueries
internal import ChainViews
internal import HTTPTypes

/// The explorer's pages, and the pictures and lists of views as files.
struct Pages: Sendable {
  let routes: Routes
  let state: StateKeeper.State

  private var current: DataState { state.current }

  func reply(to target: RequestTarget) async -> Reply {
    let made: Reply?
    do {
      var address = try PageAddress(target)
      // The language of the option, where neither address nor data decide.
      if current.language != current.dataset.language {
        address.language = address.language ?? current.language
      }
      if case .suggestions = address.place {
        made = await routes.workedOut { [current, address] in
          let text = current.explorer.suggestions(at: address)
          return Reply(type: MIMEType.json, body: Array(text.utf8))
        }
      } else if let download = address.download {
        return await file(download, at: address)
      } else {
        made = await page(at: address)
      }
    } catch {
      made = sent(current.explorer.page(for: error))
    }
    return made ?? busy(PageAddress(.overview))
  }

  private func page(at address: PageAddress) async -> Reply? {
    let (explorer, drawing) = (current.explorer, drawing)
    let made = try? await routes.paging.pass {
      await explorer.page(at: address, drawing: drawing)
    }
    return made.map { sent($0) }
  }

  private func sent(_ page: Explorer.Page) -> Reply {
    let html = noting(page.html)
    return Reply(
      HTTPResponse.Status(code: page.status),
      type: MIMEType.html,
      body: Array(html.utf8),
      keeping: page.isWhole ? .revalidated : .never
    )
  }

  /// Draws the pictures of pages.
  private var drawing: PictureDrawing {
    let (workshop, theme) = (routes.workshop, current.theme)
    return { order in
      do throws(PictureFailure) {
        let order = PictureOrder(order.picture, theme: theme, as: .svg)
        return String(decoding: try await workshop.picture(order), as: UTF8.self)
      } catch {
        throw PageFault(status: HTTPResponse.Status.serviceUnavailable.code, error.message)
      }
    }
  }

  private func busy(_ address: PageAddress) -> Reply { unavailable(.busy, at: address) }

  /// A page that says why there is no picture, and when to try again.
  private func unavailable(_ failure: PictureFailure, at address: PageAddress) -> Reply {
    let status = HTTPResponse.Status.serviceUnavailable
    let fault = PageFault(status: status.code, failure.message)
    var reply = sent(current.explorer.page(for: fault, at: address.withoutDownload))
    reply.headers[.retryAfter] = "2"
    return reply
  }

  // MARK: Files

  private func file(_ download: PageAddress.Download, at address: PageAddress) async -> Reply {
    let explorer = current.explorer
    let made = await routes.workedOut {
      Result { () throws(PageFault) in
        if let format = download.pictureFormat {
          Content.picture(try explorer.view(at: address), format)
        } else {
          Content.list(try explorer.list(at: address), download.listFormat)
        }
      }
    }
    switch made {
    case nil: return busy(address)
    case .failure(let fault):
      return sent(explorer.page(for: fault, at: address.withoutDownload))
    case .success(let content):
      let language = explorer.language(at: address)
      let (reply, ownTitle): (Reply, BilingualText?) =
        switch content {
        case .picture(let view, let format):
          (await picture(view, format, download.type, address), view.title)
        case .list(let answer, let format):
          (await list(answer, format, download.type, language, address), answer.title)
        }
      guard reply.status == .ok else { return reply }
      let word = address.place.word
      let label = QuestionName(word: word)?.definition.listLabel
      let title = (ownTitle ?? label)?[language]
      return reply.named(
        "\(title ?? word).\(download.rawValue)",
        orPlainly: "\(word).\(download.rawValue)",
        isDownload: [.xlsx, .csv].contains(download)
      )
    }
  }

  /// What a file holds, and in which form.
  private enum Content: Sendable {
    case picture(ChainView, PictureFormat)
    case list(Answer, AnswerFormat)
  }

  private func picture(
    _ view: ChainView,
    _ format: PictureFormat,
    _ type: String,
    _ address: PageAddress
  ) async -> Reply {
    let order = PictureOrder(view.picture, theme: current.theme, as: format)
    do {
      return Reply(type: type, body: try await routes.workshop.picture(order))
    } catch {
      return unavailable(error, at: address)
    }
  }

  private func list(
    _ list: Answer,
    _ format: AnswerFormat,
    _ type: String,
    _ language: Language,
    _ address: PageAddress
  ) async -> Reply {
    let date = current.dataset.date
    let bytes = await routes.workedOut {
      // Whoever opens a list from a browser opens it in Excel, which needs the mark for Chinese.
      try? list.bytes(in: format, language: language, hasByteOrderMark: true, date: date)
    }
    guard let bytes, let bytes else { return busy(address) }
    return Reply(type: type, body: bytes)
  }
}

extension PageAddress.Download {
  /// The form of its picture; `nil` for a list.
  fileprivate var pictureFormat: PictureFormat? {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .xlsx, .csv, .json: nil
    }
  }

  /// The form in which the list is written that it is, or that lies behind its picture.
  fileprivate var listFormat: AnswerFormat {
    switch self {
    case .xlsx: .xlsx
    case .csv: .csv
    case .json, .svg, .png, .pdf: .json
    }
  }

  /// What it is sent as.
  fileprivate var type: String {
    switch self {
    case .svg: MIMEType.svg
    case .png: MIMEType.png
    case .pdf: MIMEType.pdf
    case .xlsx: MIMEType.workbook
    case .csv: MIMEType.csv
    case .json: MIMEType.json
    }
  }
}

extension PageAddress.Place {
  /// A plain name for a file: what is asked.
  fileprivate var word: String {
    switch self {
    case .view(let words): words.question
    default: "home"
    }
  }
}

extension PageAddress {
  /// The page that the file belongs to.
  fileprivate var withoutDownload: PageAddress {
    var address = self
    address.download = nil
    return address
  }
}
