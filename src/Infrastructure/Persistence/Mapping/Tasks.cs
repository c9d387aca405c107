using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Repeating;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

/// <summary>
/// Each grouping of the board has an index that begins with the workspace and the grouping key and ends in the order of cards,
/// so that the first cards of a column and its count are read from the index alone.
/// </summary>
internal sealed class CrmTaskMapping : IEntityTypeConfiguration<CrmTask>
{
    public void Configure(EntityTypeBuilder<CrmTask> builder)
    {
        builder.ToTable("Tasks").HasKey(t => new { t.WorkspaceId, t.Id });
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Status).HasMaxLength(200);
        builder.Property(t => t.Priority).HasMaxLength(200);
        builder.Property(t => t.Type).HasMaxLength(200);
        builder.Property(t => t.CustomerZone).HasMaxLength(TaskProperty.LongestPlace);
        builder.HasQueryFilter(DashboardDb.DeletedFilter, t => !t.IsDeleted);
        builder.HasIndex(t => new { t.WorkspaceId, t.Status, t.IsClosed, t.Rank, t.Id, t.OwnerId, t.Due, t.CompletedAt, t.IsDeleted });
        builder.HasIndex(t => new { t.WorkspaceId, t.OwnerId, t.Status, t.IsClosed, t.Rank, t.Id, t.Due, t.CompletedAt, t.IsDeleted });
        builder.HasIndex(t => new { t.WorkspaceId, t.Priority, t.IsClosed, t.Rank, t.Id, t.OwnerId, t.Due, t.CompletedAt, t.IsDeleted });
        builder.HasIndex(t => new { t.WorkspaceId, t.Type, t.IsClosed, t.Rank, t.Id, t.OwnerId, t.Due, t.CompletedAt, t.IsDeleted });
        builder.HasIndex(t => new { t.WorkspaceId, t.IsClosed, t.Due, t.Rank, t.Id, t.OwnerId, t.CompletedAt, t.IsDeleted });
        builder.HasIndex(t => new { t.WorkspaceId, t.RemoteUpdatedAt, t.Id, t.OwnerId, t.IsClosed, t.CompletedAt, t.IsDeleted });
        builder.HasIndex(t => new { t.WorkspaceId, t.Due, t.Id, t.OwnerId, t.IsClosed, t.Type, t.CompletedAt, t.IsDeleted });
    }
}

internal sealed class TaskNotesMapping : IEntityTypeConfiguration<TaskNotes>
{
    public void Configure(EntityTypeBuilder<TaskNotes> builder) =>
        builder.ToTable("TaskNotes").HasKey(n => new { n.WorkspaceId, n.TaskId });
}

internal sealed class TaskSeriesMapping : IEntityTypeConfiguration<TaskSeries>
{
    public void Configure(EntityTypeBuilder<TaskSeries> builder)
    {
        builder.ToTable("TaskSeries").HasKey(s => new { s.WorkspaceId, s.TaskId });
        builder.Property(s => s.Rule).HasMaxLength(TaskSeries.LongestRule);
        builder.Property(s => s.Status).HasMaxLength(TaskSeries.LongestStatus);
        builder.HasIndex(s => new { s.WorkspaceId, s.AskedAt, s.TaskId });
    }
}

internal sealed class TaskLinkMapping : IEntityTypeConfiguration<TaskLink>
{
    public void Configure(EntityTypeBuilder<TaskLink> builder)
    {
        builder.ToTable("TaskLinks").HasKey(l => new { l.WorkspaceId, l.TaskId, l.ObjectType, l.RecordId });
        builder.Property(l => l.ObjectType).HasMaxLength(40);
        builder.HasIndex(l => new { l.WorkspaceId, l.ObjectType, l.RecordId });
    }
}
