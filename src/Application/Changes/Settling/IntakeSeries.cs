using Dashboard.Application.Connections.Portal;
using Dashboard.Application.Kernel;
using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Repeating;

namespace Dashboard.Application.Changes.Settling;

/// <summary>Keeps which open tasks repeat. How is asked of HubSpot's task series later; a newer version of the task may repeat in another way.</summary>
internal static class IntakeSeries
{
    /// <returns>Whether anything that is shown is another now.</returns>
    public static bool Take(IDashboardDb db, RemoteTask remote, CrmTask row, IntakeRows known, bool isNewer)
    {
        if (!remote.Properties.TryGetValue(TaskProperty.RepeatInterval, out var interval))
        {
            return false;
        }

        var repeats = !row.IsClosed && !string.IsNullOrWhiteSpace(interval);
        if (known.Series.GetValueOrDefault(remote.Id) is not { } series)
        {
            if (repeats)
            {
                known.NewSeries.Add(new TaskSeries { WorkspaceId = db.Workspace, TaskId = remote.Id });
            }

            return false;
        }

        if (!repeats)
        {
            db.TaskSeries.Remove(series);
            return true;
        }

        series.AskedAt = isNewer ? null : series.AskedAt;
        return false;
    }
}
