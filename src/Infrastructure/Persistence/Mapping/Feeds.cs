using Dashboard.Application.Board.Views;
using Dashboard.Application.Calendar.Feeds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Infrastructure.Persistence.Mapping;

internal sealed class TaskFeedMapping : IEntityTypeConfiguration<TaskFeed>
{
    public void Configure(EntityTypeBuilder<TaskFeed> builder)
    {
        builder.ToTable("TaskFeeds").HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(TaskFeed.LongestName);
        builder.Property(f => f.SecretHash).HasMaxLength(64);
        builder.Property(f => f.Query).HasMaxLength(SavedView.LongestQuery);
        builder.Property(f => f.TimeZone).HasMaxLength(TaskFeed.LongestZone);
        builder.Property(f => f.LastReadBy).HasMaxLength(TaskFeed.LongestProgram);
        builder.HasIndex(f => f.SecretHash).IsUnique();
        builder.HasIndex(f => new { f.WorkspaceId, f.PersonId });
    }
}
