namespace Dashboard.Web.Features.Tasks.Editing;

/// <summary>A field of <c>data-draft</c> was left after typing (<c>ui/tasks/drafts.js</c>).</summary>
public sealed class FieldLeftEventArgs : EventArgs
{
    public string? Value { get; set; }

    /// <summary>What stood there when the typing began, as the browser showed it; null when it cannot tell.</summary>
    public string? Seen { get; set; }
}
