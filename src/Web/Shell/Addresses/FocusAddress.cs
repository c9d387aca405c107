namespace Dashboard.Web.Shell.Addresses;

/// <summary>Working through what a page shows, and the way back to that page as it was: its whole query travels along.</summary>
public static class FocusAddress
{
    private const string From = "from";

    /// <param name="layout"><c>board</c> or <c>list</c>: the page somebody is on.</param>
    public static string Of(WorkspaceView workspace, string layout, string address) =>
        Elsewhere(workspace, "focus", PageAddress.With(PageAddress.NeverBare(address), ("task", null), ("new", null), ("bulk", null), (From, IsList(layout) ? "list" : null)));

    /// <summary>Name and address of the page somebody came from; the board where nothing says so.</summary>
    public static (string Layout, string Address) Back(WorkspaceView workspace, string address)
    {
        var layout = IsList(PageAddress.One(address, From)) ? "list" : "board";
        return (layout, Elsewhere(workspace, layout, PageAddress.With(PageAddress.NeverBare(address), ("task", null), (From, null))));
    }

    private static bool IsList(string? layout) => layout == "list";

    private static string Elsewhere(WorkspaceView workspace, string page, string address) =>
        address.Split('?', 2) is [_, var query] ? $"{workspace.Path(page)}?{query}" : workspace.Path(page);
}
