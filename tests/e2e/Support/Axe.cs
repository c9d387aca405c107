using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.EndToEndTests.Support;

/// <summary>What axe finds on a page as it stands.</summary>
internal static class Axe
{
    /// <summary>Cards and rows below the first of their list are made of the same parts; axe would judge them for minutes.</summary>
    private static readonly AxeRunContext WithoutRepetition = new()
    {
        Exclude = [new("[data-cards] > [data-task-id]:nth-child(n+9)"), new("[data-list] [data-task-id]:nth-child(n+9)")],
    };

    /// <summary>Serious and critical findings, each with the first elements it is about.</summary>
    /// <param name="part">Names what is looked at.</param>
    public static async Task<IEnumerable<string>> SeriousAsync(IPage page, string part) => (await page.RunAxe(WithoutRepetition)).Violations
        .Where(violation => violation.Impact is "serious" or "critical")
        .Select(violation => $"{part}: {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
}
