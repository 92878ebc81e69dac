/// Whether a line is a trail to the page: 首页 > 政务公开 > 年度报告, 当前位置：….
package func isBreadcrumb(_ line: Line) -> Bool {
  guard !line.isCut, line.compact.count <= 160, !line.compact.contains(0x3002) else { return false }
  if positionWords.contains(where: { line.compact.has($0, at: 0) }) { return true }
  let steps = line.compact.split { trailSeparators.contains($0) }
  guard steps.count >= 2, line.compact.contains(where: { trailSeparators.contains($0) }) else { return false }
  let startsAtHome = homeWords.contains { $0.scalars == Array(steps[0]) }
  return startsAtHome || (steps.count >= 3 && hasWideTrail(line) && steps.dropLast().allSatisfy { $0.count <= 14 })
}

/// Whether a line is a row of controls: sharing, printing, font size, closing, paging, and nothing else.
package func isToolbar(_ line: Line) -> Bool {
  guard !line.isCut, (1...120).contains(line.compact.count) else { return false }
  if siblingWords.contains(where: { line.compact.has($0, at: 0) }) { return true }
  var controls = 0
  var index = 0
  while index < line.compact.count {
    let length = line.compact.longest(controlWords, at: index)
    if length > 0 {
      controls += 1
      index += length
    } else if isOrnament(line.compact[index]) {
      index += 1
    } else {
      return false
    }
  }
  return controls > 0
}

/// Whether a line is a menu: several short entries, of which one leads home or to a section of every agency's site.
package func isMenu(_ line: Line) -> Bool {
  guard !line.isCut, !line.endsSentence else { return false }
  let entries = line.folded.split { $0 == 0x20 || $0 == 0x7C }
  guard entries.count >= 3, entries.allSatisfy({ $0.count <= 10 }) else { return false }
  return entries.filter { entry in menuWords.contains { $0.scalars == Array(entry) } }.count * 3 >= entries.count
}

/// Wide separators stand in trails only; a slash or a hyphen also stands between words.
private func hasWideTrail(_ line: Line) -> Bool {
  line.compact.contains { [0x3E, 0xBB, 0x203A, 0x2192].contains($0) }
}

private func isOrnament(_ scalar: UInt32) -> Bool {
  scalar < 0x61 || scalar == 0x7C || (0x2000...0x2FFF).contains(scalar) || (0x3000...0x3020).contains(scalar)
}

private let trailSeparators: Set<UInt32> = [0x3E, 0xBB, 0x203A, 0x2192, 0x2F, 0x7C]

private let positionWords = LineWord.list(
  "当前位置 当前的位置 您的位置 你的位置 您所在的位置 您所在位置 您当前的位置 您当前位置 您现在的位置 您现在所在位置 你现在的位置 现在位置 所在位置 当前所在位置 位置:")

private let homeWords = LineWord.list("首页 网站首页 主页 门户首页 返回首页 本站首页 政府首页 网站主页 home")

private let menuWords = LineWord.list(
  "首页 网站首页 政务公开 信息公开 政府信息公开 新闻中心 政务服务 办事服务 网上办事 互动交流 政民互动 公众参与 专题专栏 政务动态 机构职能 机构概况 通知公告 政策法规 数据开放  要闻动态 公开指南 公开制度 公开年报 公开目录 依申请公开 解读回应 政府数据 工作动态 便民服务 在线服务 领导信息 登录 注册 繁体 简体 english 无障碍 长者模式 长者版 手机版 移动版"
)

private let controlWords = LineWord.list(
  "分享到 分享 分享至 打印本页 打印 关闭窗口 关闭本页 关闭 字号 字体 字体大小 大 中 小 特大 超大 默认 放大 缩小 收藏本页 收藏 加入收藏 设为首页 返回顶部 回到顶部 返回 返回列表 顶部 纠错 我要纠错 微信 微博 新浪微博 腾讯微博 qq空间 qq好友 qq 空间 朋友圈 微信扫一扫 扫一扫 扫一扫在手机打开当前页 扫一扫在手机上查看当前页面 扫码分享 复制链接 更多 打印此页 我要打印 推荐 点赞 语音播报 朗读 无障碍 无障碍浏览 长者模式 长者版 长者助手 适老化无障碍服务 繁体版 简体版 繁体 简体 手机版 上一页 下一页 首页 末页 尾页 上一篇 下一篇 共页 第页 跳转 到第 页 没有了 保护视力色 字 号 下载word 下载pdf 导出 阅读模式 点击 次 人气 a+ a-"
)

/// What leads to the article before or after: its title follows, so a line is judged by its beginning.
private let siblingWords = LineWord.list("上一篇: 下一篇: 上一条: 下一条: 上一篇:无 上一章: 下一章: 前一篇: 后一篇:")
