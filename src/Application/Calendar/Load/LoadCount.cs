using Dashboard.Application.People.Settings;

namespace Dashboard.Application.Calendar.Load;

/// <summary>Adds up what days hold, for whoever has it.</summary>
internal sealed class LoadCount(TaskMinutes minutes)
{
    private readonly Dictionary<(DateOnly Day, long? Owner), (int Open, int Minutes)> held = [];

    public void Add(DateOnly day, Mark mark)
    {
        var (open, taken) = held.GetValueOrDefault((day, mark.OwnerId));
        held[(day, mark.OwnerId)] = (open + 1, taken + minutes.Of(mark.Type));
    }

    public IReadOnlyDictionary<DateOnly, DayLoad> ByDay() => held.GroupBy(one => one.Key.Day).ToDictionary(day => day.Key, day => new DayLoad(
        day.Key, day.Sum(one => one.Value.Open), day.Sum(one => one.Value.Minutes), day.Count(one => one.Key.Owner is not null),
        day.Where(one => one.Key.Owner is not null).Select(one => one.Value.Minutes).DefaultIfEmpty().Max()));
}
