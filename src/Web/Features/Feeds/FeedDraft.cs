using System.Globalization;
using Dashboard.Application.Calendar.Feeds;

namespace Dashboard.Web.Features.Feeds;

/// <summary>What the form of a new feed holds. A view can be chosen before the page by <c>?view=</c> in its address.</summary>
public sealed class FeedDraft
{
    public const string Mine = "mine";
    public const string Everybodys = "everybody";

    public string Name { get; set; } = "My tasks";

    /// <summary>One of the two words above, or the id of a view.</summary>
    public string Shows { get; set; } = Mine;

    public FeedKind Kind { get; set; }

    public int Minutes { get; set; } = 30;

    /// <summary>Minutes before; empty for no reminder.</summary>
    public string Alarm { get; set; } = "";

    public bool WithCompleted { get; set; }

    public Guid? ViewId => Guid.TryParse(Shows, out var view) ? view : null;

    /// <param name="zone">IANA name of the zone the person is in.</param>
    public FeedToMake ToMake(string zone) => new(
        Name, ViewId, Shows == Everybodys ? "owner=all" : "owner=me", Kind, Minutes,
        int.TryParse(Alarm, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null, WithCompleted, zone);
}
