using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Calendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tasks_WorkspaceId_Due_Id_OwnerId_IsClosed_CompletedAt_IsDeleted",
                table: "Tasks");

            migrationBuilder.CreateTable(
                name: "DaysOff",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DaysOff", x => new { x.PersonId, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "Holidays",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holidays", x => new { x.WorkspaceId, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "PersonSettings",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    WeekStart = table.Column<int>(type: "INTEGER", nullable: false),
                    Uses12Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkFrom = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    WorkTo = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    HidesFreeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    OnFreeDay = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonSettings", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "TaskFeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ViewId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    AlarmMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    WithCompleted = table.Column<int>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastReadBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskFeeds", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_WorkspaceId_Due_Id_OwnerId_IsClosed_Type_CompletedAt_IsDeleted",
                table: "Tasks",
                columns: new[] { "WorkspaceId", "Due", "Id", "OwnerId", "IsClosed", "Type", "CompletedAt", "IsDeleted" });

            migrationBuilder.CreateIndex(
                name: "IX_TaskFeeds_SecretHash",
                table: "TaskFeeds",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaskFeeds_WorkspaceId_PersonId",
                table: "TaskFeeds",
                columns: new[] { "WorkspaceId", "PersonId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DaysOff");

            migrationBuilder.DropTable(
                name: "Holidays");

            migrationBuilder.DropTable(
                name: "PersonSettings");

            migrationBuilder.DropTable(
                name: "TaskFeeds");

            migrationBuilder.DropIndex(
                name: "IX_Tasks_WorkspaceId_Due_Id_OwnerId_IsClosed_Type_CompletedAt_IsDeleted",
                table: "Tasks");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_WorkspaceId_Due_Id_OwnerId_IsClosed_CompletedAt_IsDeleted",
                table: "Tasks",
                columns: new[] { "WorkspaceId", "Due", "Id", "OwnerId", "IsClosed", "CompletedAt", "IsDeleted" });
        }
    }
}
