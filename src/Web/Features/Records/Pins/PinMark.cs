using Dashboard.Application.Links.Pins;

namespace Dashboard.Web.Features.Records.Pins;

/// <summary>Marks of pins in words and in addresses.</summary>
public static class PinMark
{
    public static readonly IReadOnlyList<PinState> All = [PinState.Missing, PinState.Done, PinState.Stale, PinState.Live];

    /// <summary>Null shows every mark; so does a word nobody knows.</summary>
    public static PinState? Read(string? word) => All.Where(s => Word(s) == word).Select(s => (PinState?)s).FirstOrDefault();

    public static string Word(PinState state) => state.ToString().ToLowerInvariant();

    public static string Name(PinState state) => state switch
    {
        PinState.Missing => "Missing",
        PinState.Done => "Done",
        PinState.Stale => "Stale",
        _ => "Current",
    };

    public static string Meaning(PinState state) => state switch
    {
        PinState.Missing => "An open deal without a pinned task",
        PinState.Done => "The pinned task is completed",
        PinState.Stale => "The pinned task is overdue, or nobody touched it for 30 days",
        _ => "The pinned task is open and looked after",
    };
}
