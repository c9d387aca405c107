namespace Dashboard.Web.Live;

/// <summary>Where the parts of a page leave word that HubSpot wants something of a change; the one form of the page hears it.</summary>
public sealed class WantedDesk
{
    public event Action<Guid>? Asked;

    /// <param name="id">Of a change, or of a run of many. Nothing happens when nothing of it waits for a field.</param>
    public void Ask(Guid id) => Asked?.Invoke(id);
}
