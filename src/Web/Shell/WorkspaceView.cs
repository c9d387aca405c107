using Dashboard.Application.Workspaces;

namespace Dashboard.Web.Shell;

/// <summary>The workspace a page is in: cascaded by the layout to every page under <c>/w/{slug}</c>.</summary>
public sealed record WorkspaceView(string Slug, string Name, Actor Actor)
{
    public string Path(string below) => $"/w/{Slug}/{below}";
}
